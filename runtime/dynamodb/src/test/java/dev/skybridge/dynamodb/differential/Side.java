package dev.skybridge.dynamodb.differential;

import com.fasterxml.jackson.databind.JsonNode;

/** One of the two that are compared. */
interface Side {
  /** An answer as it came. */
  record Reply(int status, JsonNode body) {}

  Reply call(String operation, JsonNode request);
}
