package dev.skybridge.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
  private static final Map<String, Function<Settings, Object>> READ =
      Map.of(
          "MICROSERVICE_OPTIONS", Settings::menu,
          "ORDER_SHARDS", Settings::shards,
          "IDEMPOTENCY_TTL_SECONDS", Settings::idempotencyTimeToLive);

  @Test
  void defaultsStandWhereNothingIsSet() {
    Settings settings = new Settings(Map.of());

    assertThat(settings.shards()).isEqualTo(4);
    assertThat(settings.idempotencyTimeToLive()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void optionsKeepTheirOrder() {
    Settings settings =
        new Settings(
            Map.of("MICROSERVICE_TOPIC", "food", "MICROSERVICE_OPTIONS", "[\"b\",\"a\",\"c\"]"));

    assertThat(settings.menu().topic()).isEqualTo("food");
    assertThat(settings.menu().options()).containsExactly("b", "a", "c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MICROSERVICE_OPTIONS | tea         | MICROSERVICE_OPTIONS: tea ",
        "MICROSERVICE_OPTIONS | {}          | MICROSERVICE_OPTIONS: {} (expected: a JSON list of strings)",
        "MICROSERVICE_OPTIONS | [\"tea\",1] | MICROSERVICE_OPTIONS: [\"tea\",1] (expected: a JSON list of strings)",
        "MICROSERVICE_OPTIONS | []          | MICROSERVICE_OPTIONS: [] options: none (expected: 1 or more)",
        "ORDER_SHARDS         | 0           | ORDER_SHARDS: 0 (expected: 1-64)",
        "ORDER_SHARDS         | 65          | ORDER_SHARDS: 65 (expected: 1-64)",
        "ORDER_SHARDS         | four        | ORDER_SHARDS: four ",
        "IDEMPOTENCY_TTL_SECONDS | 0        | IDEMPOTENCY_TTL_SECONDS: 0 (expected: 1-31536000)"
      })
  void aWrongValueIsNamed(String variable, String value, String message) {
    Settings settings = new Settings(Map.of("MICROSERVICE_TOPIC", "food", variable, value));

    assertThatThrownBy(() -> READ.getOrDefault(variable, Settings::table).apply(settings))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(message);
  }
}
