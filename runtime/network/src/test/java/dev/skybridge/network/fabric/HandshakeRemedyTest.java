package dev.skybridge.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is suggested for the words with which handshakes fail. */
class HandshakeRemedyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Received fatal alert: certificate_unknown   | trust the authority
          Received fatal alert: unknown_ca            | trust the authority
          Received fatal alert: bad_certificate       | trust the authority
          Received fatal alert: certificate_expired   | still valid
          Received fatal alert: protocol_version      | TLS version
          no cipher suites in common                  | cipher suite
          Received fatal alert: handshake_failure     | cipher suite
          not an SSL/TLS record: 474554               | speak TLS
          """)
  void suggestsWhatTheReasonTells(String reason, String part) {
    assertThat(HandshakeRemedy.of(reason)).contains(part);
  }

  @ParameterizedTest
  @CsvSource({"Connection reset", "connection closed"})
  void suggestsNothingForAConnectionThatEnded(String reason) {
    assertThat(HandshakeRemedy.of(reason)).isEmpty();
  }
}
