package dev.skybridge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A followed log shows each event once. */
class LogFollowerTest {
  private final LogFollower follower = new LogFollower();

  private static JsonNode events(String... messages) throws JsonProcessingException {
    StringBuilder text = new StringBuilder("[");
    for (String message : messages) {
      text.append(text.length() > 1 ? "," : "").append("{\"message\":\"" + message + "\"}");
    }
    return new ObjectMapper().readTree(text.append("]").toString());
  }

  private List<String> fresh(String... messages) throws JsonProcessingException {
    return follower.fresh(events(messages)).stream()
        .map(event -> event.path("message").asText())
        .toList();
  }

  @Test
  void eventsOfTheFirstLookAreAllNew() throws Exception {
    assertThat(fresh("a", "b")).containsExactly("a", "b");
  }

  @Test
  void onlyWhatCameSinceIsNewEvenWhenOldOnesHaveLeft() throws Exception {
    assertThat(fresh("a", "b")).hasSize(2);
    assertThat(fresh("b", "c")).containsExactly("c");
    assertThat(fresh("b", "c")).isEmpty();
  }

  @Test
  void equalLinesAreCountedAndLateOnesFound() throws Exception {
    assertThat(fresh("a", "b")).hasSize(2);
    assertThat(fresh("late", "a", "b", "b")).containsExactly("late", "b");
  }
}
