package dev.skybridge.dynamodb.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.dynamodb.Answer;
import dev.skybridge.dynamodb.DataSet;
import dev.skybridge.dynamodb.DynamoDbEngine;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The engine. */
record EngineSide(DynamoDbEngine engine) implements Side {
  static final DataSet DATA_SET = new DataSet("aws", "eu-central-1", "111122223333");
  static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Reply call(String operation, JsonNode request) {
    try {
      Answer answer = engine.execute(DATA_SET, operation, JSON.writeValueAsBytes(request));
      return new Reply(answer.status(), JSON.readTree(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
