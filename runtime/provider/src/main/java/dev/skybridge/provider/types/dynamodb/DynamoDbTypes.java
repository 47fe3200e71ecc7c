package dev.skybridge.provider.types.dynamodb;

import dev.skybridge.provider.ResourceType;
import dev.skybridge.services.dynamodb.DynamoDbService;
import java.util.List;

/** The types of DynamoDB. */
public final class DynamoDbTypes {
  private DynamoDbTypes() {}

  /** The resource types. */
  public static List<ResourceType> resources(DynamoDbService dynamoDb) {
    return List.of(new TableType(dynamoDb));
  }
}
