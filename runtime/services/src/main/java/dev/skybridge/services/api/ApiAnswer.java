package dev.skybridge.services.api;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.http.Headers;

/** What an operation answers; the protocol writes it. */
public sealed interface ApiAnswer {
  /** Nothing but that it is done. */
  ApiAnswer DONE = new Members(200, Headers.NONE, Output.Structure.EMPTY);

  /** A structure, with status 200. */
  static ApiAnswer of(Output.Structure members) {
    return new Members(200, Headers.NONE, members);
  }

  /** A structure, with another status. */
  static ApiAnswer of(int status, Output.Structure members) {
    return new Members(status, Headers.NONE, members);
  }

  /** The members of the operation's output. */
  record Members(int status, Headers headers, Output.Structure members) implements ApiAnswer {
    public Members {
      requireNonNull(headers);
      requireNonNull(members);
    }
  }

  /**
   * A payload that goes out as it is, e.g. what a function answered.
   *
   * @param headers among them its Content-Type, if it has a body
   */
  // Handed on, never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Payload(int status, Headers headers, byte[] body) implements ApiAnswer {
    public Payload {
      requireNonNull(headers);
      requireNonNull(body);
    }
  }
}
