package dev.skybridge.services.elb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The X-Amzn-Trace-Id header as a load balancer sends it on (Application Load Balancer guide,
 * "Request tracing").
 *
 * @param root the id of the request from its first hop on
 * @param own the id that this load balancer gave it, equal to {@code root} if it is the first
 * @param value the whole header
 */
record TraceHeader(String root, String own, String value) {
  static final String NAME = "X-Amzn-Trace-Id";

  /** A longer header is written anew, with a Root of the load balancer's own. */
  private static final int MAXIMUM_LENGTH = 7 << 10;

  /**
   * The header for a request that came with {@code incoming}: a Root if it has none, else a Self
   * before what is there; other fields stay.
   *
   * @param id an id made by {@link #newId}
   */
  static TraceHeader next(Optional<String> incoming, String id) {
    List<String> kept = new ArrayList<>();
    String root = "";
    if (incoming.isPresent() && incoming.get().length() <= MAXIMUM_LENGTH) {
      for (String field : incoming.get().split(";", -1)) {
        String name = field.strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("root=") && root.isEmpty()) {
          root = field.strip().substring("root=".length());
        }
        if (!name.isEmpty() && !name.startsWith("self=")) {
          kept.add(field.strip());
        }
      }
    }
    kept.addFirst((root.isEmpty() ? "Root=" : "Self=") + id);
    return new TraceHeader(root.isEmpty() ? id : root, id, String.join(";", kept));
  }

  /** {@code 1-}, the time in seconds as 8 hexadecimal digits, and 24 random ones. */
  static String newId(Instant now, RandomGenerator random) {
    byte[] bytes = new byte[12];
    random.nextBytes(bytes);
    return "1-%08x-%s".formatted(now.getEpochSecond(), HexFormat.of().formatHex(bytes));
  }
}
