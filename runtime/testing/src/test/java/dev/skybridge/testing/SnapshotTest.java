package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.deployment.Deployments;
import dev.skybridge.app.deployment.StateFile;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed snapshot holds nothing of one machine, one build or one owner. */
class SnapshotTest {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN|PRIVATE KEY|(AKIA|ASIA)[0-9A-Z]{16}");
  private static final Pattern PATH =
      Pattern.compile("^(/(home|root|tmp|work|Users|var|opt)/|[A-Z]:\\\\|\\.\\./)");
  private static final Pattern HASH = Pattern.compile("^([0-9a-f]{64}|[A-Za-z0-9+/]{43}=)$");

  /** The id of a VPC endpoint, which the shared secret holds. */
  private static final Pattern ENDPOINT = Pattern.compile("vpce-[0-9a-f]{17}");

  static Stream<String> deployments() {
    return Deployments.in(TestingRuntime.home().resolve("infrastructure")).all().stream()
        .map(deployment -> deployment.name());
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void holdsNoKeyAndNoPath(String deployment) {
    for (String text : texts(deployment)) {
      assertThat(text).doesNotContainPattern(KEY).doesNotContainPattern(PATH);
    }
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void holdsNoHashOfABuild(String deployment) {
    for (StateFile.Instance instance : state(deployment).instances()) {
      boolean deployed = instance.type().equals("aws_api_gateway_deployment");
      for (String text : texts(instance.attributes())) {
        // A deployment's trigger is the hash of the API's definition, which is no build.
        assertThat(deployed || !HASH.matcher(text).matches())
            .as("%s: %s", instance.address(), text)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void holdsNoSecretButTheEndpointsId(String deployment) {
    for (StateFile.Instance instance : state(deployment).instances()) {
      for (String name : List.of("secret_string", "secret_binary", "private_key", "password")) {
        String value = instance.attributes().path(name).asText("");
        assertThat(value.isEmpty() || value.equals("null") || ENDPOINT.matcher(value).matches())
            .as("%s.%s", instance.address(), name)
            .isTrue();
      }
    }
  }

  private static StateFile state(String deployment) {
    return StateFile.read(
        TestingRuntime.home().resolve("infrastructure/snapshot").resolve(deployment + ".json"));
  }

  /** Every text of a state, that of the provider's private part too. */
  private static List<String> texts(String deployment) {
    StateFile state = state(deployment);
    List<String> all = texts(state.root());
    for (StateFile.Instance instance : state.instances()) {
      all.add(new String(Base64.getDecoder().decode(instance.remembered()), UTF_8));
    }
    return all;
  }

  private static List<String> texts(JsonNode node) {
    List<String> all = new ArrayList<>();
    if (node.isTextual()) {
      all.add(node.asText());
    }
    node.forEach(child -> all.addAll(texts(child)));
    return all;
  }
}
