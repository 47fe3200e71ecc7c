package dev.skybridge.provider.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.provider.cty.Type;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The schema of a resource type, a data source or the provider itself.
 *
 * @param version goes up when the shape of a state changes
 */
public record Schema(long version, Block block) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The type of a value of this schema. */
  public Type.ObjectOf type() {
    return block.type();
  }

  /** The schema of a resource type. */
  public static Schema ofResource(String name) {
    return load("resource/" + name);
  }

  /** The schema of a data source. */
  public static Schema ofData(String name) {
    return load("data/" + name);
  }

  /** The schema of the provider block. */
  public static Schema ofProvider() {
    return load("provider");
  }

  private static Schema load(String name) {
    try (var file = Schema.class.getResourceAsStream(name + ".json")) {
      if (file == null) {
        throw new IllegalArgumentException(
            "no schema %s: take it with runtime/provider/src/script/schema".formatted(name));
      }
      var json = MAPPER.readTree(file);
      return new Schema(json.path("version").asLong(), Block.read(json.path("block")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
