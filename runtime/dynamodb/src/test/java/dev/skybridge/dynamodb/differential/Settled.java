package dev.skybridge.dynamodb.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Descriptions of what is changed behind an answer. */
final class Settled {
  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final long BETWEEN_NANOS = 1_000_000;
  private static final Pattern UNDER_WAY =
      Pattern.compile("\"(CREATING|UPDATING|DELETING|ENABLING|DISABLING)\"");

  private Settled() {}

  /**
   * The answer of a description when nothing is under way any more. DynamoDB Local fails at times
   * while it changes the very table that is to be described.
   */
  static Side.Reply call(Side side, String operation, ObjectNode request) {
    Side.Reply reply = side.call(operation, request);
    long limit = System.nanoTime() + WITHIN.toNanos();
    while ((reply.status() == 500 || isUnderWay(reply.body())) && System.nanoTime() < limit) {
      LockSupport.parkNanos(BETWEEN_NANOS);
      reply = side.call(operation, request);
    }
    return reply;
  }

  static boolean isUnderWay(JsonNode description) {
    return UNDER_WAY.matcher(description.toString()).find();
  }
}
