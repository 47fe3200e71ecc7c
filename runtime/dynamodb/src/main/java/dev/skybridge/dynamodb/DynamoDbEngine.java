package dev.skybridge.dynamodb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.dynamodb.model.SerializationException;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.operation.ApiException;
import dev.skybridge.dynamodb.operation.ErrorType;
import dev.skybridge.dynamodb.operation.Operation;
import dev.skybridge.dynamodb.operation.Operations;
import dev.skybridge.dynamodb.operation.Request;
import dev.skybridge.dynamodb.operation.Response;
import dev.skybridge.dynamodb.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * DynamoDB in a folder: takes an operation of the API with its JSON and answers as DynamoDB does.
 * Thread-safe; an operation blocks until its answer is there, and callers may be virtual threads.
 * What it answered with 200 is on disk.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/Welcome.html">Amazon
 *     DynamoDB API Reference</a>
 */
public final class DynamoDbEngine implements AutoCloseable {
  private final Operations operations = new Operations();
  private final ObjectMapper mapper = new ObjectMapper();
  private final JsonFactory json = mapper.getFactory();
  private final Folder folder;

  private DynamoDbEngine(Folder folder) {
    this.folder = folder;
  }

  /**
   * Opens a folder, or makes it. No table file is opened before its first use.
   *
   * @throws EngineException when another engine holds it, or it cannot be written
   */
  public static DynamoDbEngine open(Path folder) {
    return open(folder, folder.resolve("native"), InstantSource.system());
  }

  /**
   * The same with a place for SQLite's native library that several folders share, and a clock.
   *
   * @param library the folder where the library is kept unpacked
   * @param clock tells which items are expired
   */
  public static DynamoDbEngine open(Path folder, Path library, InstantSource clock) {
    try {
      return new DynamoDbEngine(Folder.open(folder, library, clock));
    } catch (StoreException e) {
      throw new EngineException(e.text(), e);
    }
  }

  /**
   * Does an operation.
   *
   * @param operation e.g. {@code PutItem}
   * @param request JSON
   * @return never throws for what a client sent, nor for a file that cannot be read or written:
   *     that is an answer with status 500
   */
  public Answer execute(DataSet dataSet, String operation, byte[] request) {
    try {
      Operation found =
          operations
              .find(operation)
              .orElseThrow(() ->
                  new ApiException(
                      ErrorType.UNKNOWN_OPERATION, "An unknown operation was requested."));
      // Read first: what prepares the folder has a thread of its own.
      Request read = new Request(parse(request));
      return answer(200, found.answer(folder.tables(dataSet), read));
    } catch (ApiException e) {
      return error(e.type(), e.text(), e.details());
    } catch (ValidationException e) {
      return error(ErrorType.VALIDATION, e.text(), Response.EMPTY);
    } catch (SerializationException e) {
      return error(ErrorType.SERIALIZATION, e.text(), Response.EMPTY);
    } catch (StoreException e) {
      System.getLogger(DynamoDbEngine.class.getName()).log(Level.ERROR, e.text());
      return error(ErrorType.INTERNAL_SERVER_ERROR, e.text(), Response.EMPTY);
    }
  }

  private JsonNode parse(byte[] request) {
    try {
      return Optional.ofNullable(mapper.readTree(request))
          .orElseThrow(() -> new SerializationException("no JSON"));
    } catch (JsonProcessingException e) {
      throw new SerializationException(e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer error(ErrorType type, String message, Response details) {
    Response head =
        generator -> {
          generator.writeStringField("__type", type.type());
          generator.writeStringField("message", message);
        };
    return answer(type.status(), head.and(details));
  }

  private Answer answer(int status, Response response) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator generator = json.createGenerator(bytes)) {
      generator.writeStartObject();
      response.write(generator);
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Answer(status, bytes.toByteArray());
  }

  /** How many syncs of group commits a data set had since it was opened: figures for benchmarks. */
  public long commits(DataSet dataSet) {
    return folder.tables(dataSet).commits();
  }

  /** Ends after what is under way; the files are closed. */
  @Override
  public void close() {
    folder.close();
  }
}
