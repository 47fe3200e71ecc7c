package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.ValidationException;
import java.util.Set;

/** Which attributes a write answers. */
enum ReturnValues {
  NONE,
  ALL_OLD,
  UPDATED_OLD,
  ALL_NEW,
  UPDATED_NEW;

  /** What a request asks for, of what its operation can answer. */
  static ReturnValues of(Request request, Set<ReturnValues> possible) {
    String wanted = request.text("ReturnValues").orElse("NONE");
    for (ReturnValues value : possible) {
      if (value.name().equals(wanted)) {
        return value;
      }
    }
    throw new ValidationException("Return values set to invalid value");
  }
}
