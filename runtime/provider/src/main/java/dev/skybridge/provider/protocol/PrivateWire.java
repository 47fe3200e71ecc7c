package dev.skybridge.provider.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.skybridge.provider.PrivateData;
import java.util.TreeMap;

/** Private data as Terraform keeps it in the state: bytes of JSON. */
public final class PrivateWire {
  private PrivateWire() {}

  /** The bytes; none for no data. */
  public static byte[] write(PrivateData data) {
    if (data.texts().isEmpty()) {
      return new byte[0];
    }
    var json = JsonNodeFactory.instance.objectNode();
    data.texts().forEach(json::put);
    return Wire.utf8(json.toString());
  }

  /** The inverse; what was not written by {@link #write} reads as no data where it is no text. */
  public static PrivateData read(byte[] bytes) {
    var texts = new TreeMap<String, String>();
    if (bytes.length > 0) {
      Wire.json(bytes)
          .properties()
          .forEach(one -> {
            if (one.getValue().isTextual()) {
              texts.put(one.getKey(), one.getValue().textValue());
            }
          });
    }
    return new PrivateData(texts);
  }
}
