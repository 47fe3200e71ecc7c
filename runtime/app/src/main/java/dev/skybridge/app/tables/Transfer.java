package dev.skybridge.app.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.UserError;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A table's items to and from a file: a line an item, {@code {"Item":{...}}} in DynamoDB's JSON, as
 * an export to S3 writes them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html">DynamoDB
 *     table export output format</a>
 */
public final class Transfer {
  /** Items of a BatchWriteItem, at most. */
  private static final int BATCH = 25;

  /** Text of a batch, in characters: above it the batch goes. */
  private static final int LARGE = 1 << 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Tables tables;
  private final TableName table;

  public Transfer(Tables tables, TableName table) {
    this.tables = tables;
    this.table = table;
  }

  /** A line of an import. */
  private record Line(int number, JsonNode item) {}

  /**
   * Hands all items on, a page at a time.
   *
   * @param limit how many at most
   * @return whether there are more
   */
  public boolean scan(long limit, Consumer<JsonNode> to) {
    ObjectNode request =
        JSON.createObjectNode().put("TableName", table.name()).put("ConsistentRead", true);
    long left = limit;
    while (true) {
      JsonNode page = tables.call(table, "Scan", request);
      for (JsonNode item : page.path("Items")) {
        if (left-- == 0) {
          return true;
        }
        to.accept(item);
      }
      if (!page.has("LastEvaluatedKey")) {
        return false;
      }
      request.set("ExclusiveStartKey", page.path("LastEvaluatedKey"));
    }
  }

  /**
   * Writes all items to a file, which is there whole or not at all.
   *
   * @return how many
   * @throws UserError when it cannot be written
   */
  public long exportTo(Path file) {
    Path growing = file.resolveSibling(file.getFileName() + ".part");
    long[] count = new long[1];
    try {
      try (BufferedWriter out = Files.newBufferedWriter(growing, UTF_8)) {
        scan(
            Long.MAX_VALUE,
            item -> {
              write(out, item);
              count[0]++;
            });
      }
      Files.move(growing, file, StandardCopyOption.REPLACE_EXISTING);
      return count[0];
    } catch (IOException | UncheckedIOException e) {
      throw new UserError(
          "--export " + file + ": cannot be written (" + e.getMessage() + ")",
          "Name a file in a folder that you may write.",
          e);
    }
  }

  private static void write(BufferedWriter out, JsonNode item) {
    try {
      out.write(JSON.createObjectNode().set("Item", item).toString());
      out.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts all items of a file; an item of the same key is replaced.
   *
   * @return how many
   * @throws UserError naming the line that cannot be read or is refused, and how many were put
   */
  public long importFrom(Path file) {
    long done = 0;
    int number = 0;
    int length = 0;
    List<Line> batch = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file, UTF_8)) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        number++;
        if (!text.isBlank()) {
          batch.add(new Line(number, item(file, number, text, done)));
          length += text.length();
        }
        if (batch.size() == BATCH || length > LARGE) {
          done += put(file, batch, done);
          batch.clear();
          length = 0;
        }
      }
      return done + put(file, batch, done);
    } catch (IOException e) {
      throw new UserError(
          "--import " + file + ": cannot be read (" + e.getMessage() + ")",
          "Name a file of lines like {\"Item\":{\"id\":{\"S\":\"1\"}}}, UTF-8.",
          e);
    }
  }

  private static JsonNode item(Path file, int number, String text, long done) {
    JsonNode item;
    try {
      item = JSON.readTree(text).path("Item");
    } catch (JsonProcessingException e) {
      throw wrong(file, number, "no JSON (" + e.getOriginalMessage() + ")", done);
    }
    if (!item.isObject()) {
      throw wrong(file, number, "no object named Item", done);
    }
    return item;
  }

  private static UserError wrong(Path file, int number, String what, long done) {
    return new UserError(
        "--import " + file + ": line " + number + ": " + what,
        "Mend the line and import again; items put before it: " + done + ".");
  }

  /** One by one where the batch is refused, so that the line to blame is known. */
  private long put(Path file, List<Line> lines, long done) {
    if (lines.isEmpty()) {
      return 0;
    }
    try {
      putAll(lines);
      return lines.size();
    } catch (RefusedException refused) {
      long here = 0;
      for (Line line : lines) {
        try {
          putAll(List.of(line));
          here++;
        } catch (RefusedException e) {
          throw wrong(file, line.number(), e.text(), done + here);
        }
      }
      return here;
    }
  }

  private void putAll(List<Line> lines) {
    ObjectNode left = JSON.createObjectNode();
    ArrayNode writes = left.putArray(table.name());
    lines.forEach(line -> writes.addObject().putObject("PutRequest").set("Item", line.item()));
    while (!left.isEmpty()) {
      ObjectNode request = JSON.createObjectNode();
      request.set("RequestItems", left);
      left =
          tables.call(table, "BatchWriteItem", request).path("UnprocessedItems")
                  instanceof ObjectNode unprocessed
              ? unprocessed
              : JSON.createObjectNode();
    }
  }
}
