package dev.skybridge.app.data;

import static java.util.Objects.requireNonNull;

import dev.skybridge.app.UserError;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What keeps the items of all tables, behind the one front that judges each request. */
public sealed interface TableStore {
  /** How the command line names the engine within this program. */
  String EMBEDDED = "embedded";

  /** The engine within this program; its files lie in the data folder. */
  record Embedded() implements TableStore {
    @Override
    public String toString() {
      return EMBEDDED;
    }
  }

  /**
   * An endpoint that speaks DynamoDB's API and keeps data apart by access key id, which is the
   * account's number: DynamoDB Local, ScyllaDB Alternator.
   *
   * @param uri http or https, without a path
   */
  record Endpoint(URI uri) implements TableStore {
    public Endpoint {
      requireNonNull(uri);
    }

    @Override
    public String toString() {
      return uri.toString();
    }
  }

  /**
   * What the command line names.
   *
   * @param text a URL, or {@code embedded}
   * @throws UserError when it is neither
   */
  static TableStore parse(String text) {
    if (text.equals(EMBEDDED)) {
      return new Embedded();
    }
    try {
      URI uri = URI.create(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare =
          (uri.getPath().isEmpty() || uri.getPath().equals("/"))
              && uri.getQuery() == null
              && uri.getUserInfo() == null;
      if (http && uri.getHost() != null && bare) {
        return new Endpoint(uri);
      }
    } catch (IllegalArgumentException notAUrl) {
      throw unusable(text, notAUrl);
    }
    throw unusable(text, null);
  }

  private static UserError unusable(String text, @Nullable IllegalArgumentException cause) {
    UserError error =
        new UserError(
            "--dynamodb: " + text + " (expected: http://HOST:PORT, https://HOST, or embedded)",
            "Name the endpoint without a path, e.g. --dynamodb http://127.0.0.1:8000");
    if (cause != null) {
      error.initCause(cause);
    }
    return error;
  }

  /** What the runs on a data folder use; the embedded engine if nobody said otherwise. */
  static TableStore remembered(DataFolder data) {
    Path file = file(data);
    try {
      return Files.exists(file) ? parse(Files.readString(file).strip()) : new Embedded();
    } catch (IOException e) {
      throw new UserError(
          file + ": cannot be read (" + e + ")", "Check the data folder's permissions.", e);
    }
  }

  /** Has the next runs on a data folder use this. */
  default void remember(DataFolder data) {
    try {
      switch (this) {
        case Embedded embedded -> Files.deleteIfExists(file(data));
        case Endpoint endpoint -> Files.writeString(file(data), endpoint + "\n");
      }
    } catch (IOException e) {
      throw new UserError(
          file(data) + ": cannot be written (" + e + ")",
          "Check the data folder's permissions.",
          e);
    }
  }

  private static Path file(DataFolder data) {
    return data.path("dynamodb-endpoint");
  }
}
