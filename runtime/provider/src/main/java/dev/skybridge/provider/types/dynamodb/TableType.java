package dev.skybridge.provider.types.dynamodb;

import dev.skybridge.policy.Arn;
import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.dynamodb.DynamoDbService;
import dev.skybridge.services.dynamodb.Table;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** {@code aws_dynamodb_table}. */
final class TableType implements ResourceType {
  private static final String ID = "table id";
  private static final String ON_DEMAND = "PAY_PER_REQUEST";

  private static final Rules RULES =
      Rules.builder()
          .honours(
              "name",
              "hash_key",
              "range_key",
              "attribute.**",
              "global_secondary_index.hash_key",
              "global_secondary_index.name",
              "global_secondary_index.non_key_attributes",
              "global_secondary_index.projection_type",
              "global_secondary_index.range_key",
              "local_secondary_index.**",
              "ttl.**",
              "deletion_protection_enabled",
              "timeouts.**")
          .honoursOnly("billing_mode", Value.of(ON_DEMAND))
          .honoursOnly("table_class", Value.of("STANDARD"))
          .honoursOnly("stream_enabled", Value.of(false))
          .honoursOnly("server_side_encryption.enabled", Value.of(false))
          .honoursOnly("point_in_time_recovery.enabled", Value.of(false))
          .defaults("billing_mode", "PROVISIONED")
          .defaults("ttl.enabled", false)
          .forceNew("name", "hash_key", "range_key", "local_secondary_index", "import_table")
          .computedBlocks("point_in_time_recovery", "server_side_encryption", "ttl")
          .refuses("replica", "global tables are not served")
          .refuses("import_table", "imports from S3 are not served")
          .refuses("restore_source_name", "backups are not served")
          .refuses("restore_source_table_arn", "backups are not served")
          .oneOf("billing_mode", "PROVISIONED", ON_DEMAND)
          .oneOf("table_class", "STANDARD", "STANDARD_INFREQUENT_ACCESS")
          .check("attribute.type", Check.text(TableType::attributeType))
          .oneOf("global_secondary_index.projection_type", "ALL", "KEYS_ONLY", "INCLUDE")
          .oneOf("local_secondary_index.projection_type", "ALL", "KEYS_ONLY", "INCLUDE")
          .check("name", Check.length(3, 255))
          .tags()
          .build();

  private final DynamoDbService dynamoDb;

  TableType(DynamoDbService dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  @Override
  public String name() {
    return "aws_dynamodb_table";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue plan(Context context, Optional<ObjectValue> prior, ObjectValue planned) {
    return TableBlocks.plan(planned);
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    if (!planned.isSet("hash_key")) {
      throw new AwsException(
          "ValidationException",
          400,
          "1 validation error detected: Value null at 'keySchema' failed to satisfy constraint:"
              + " Member must not be null",
          "[hash_key is not set: it names the attribute that is the table's partition key]");
    }
    String id = context.ids().uuid();
    context.remember(ID, id);
    dynamoDb.checkCreate(table(context, planned, id));
    String name = planned.text("name");
    return settled(
        planned
            .with("id", name)
            .with("arn", context.scope().arn("dynamodb", "table/" + name).toString()));
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    return settled(planned);
  }

  /** Gives a value to what AWS decides. */
  private static ObjectValue settled(ObjectValue state) {
    ObjectValue settled = state;
    for (String text : List.of("stream_arn", "stream_label", "stream_view_type")) {
      settled = settled.orElse(text, "");
    }
    for (String capacity : List.of("read_capacity", "write_capacity")) {
      settled = settled.orElse(capacity, Value.of(0));
    }
    return TableBlocks.settle(settled);
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    dynamoDb.put(
        table(context, state, remembered.optionalText(ID).orElseGet(() -> state.text("arn"))));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    Arn arn = Arn.parse(state.text("arn"));
    dynamoDb.checkDelete(arn);
    dynamoDb.remove(arn);
  }

  private static Optional<String> attributeType(String name, String type) {
    return List.of("S", "N", "B").contains(type)
        ? Optional.empty()
        : Optional.of("expected type to be one of [\"S\" \"N\" \"B\"], got " + type);
  }

  private static Table table(Context context, ObjectValue state, String id) {
    TreeMap<String, String> attributes = new TreeMap<>();
    for (ObjectValue attribute : state.blocks("attribute")) {
      attributes.put(attribute.text("name"), attribute.text("type"));
    }
    String hash = state.text("hash_key");
    List<Table.Index> global =
        state.blocks("global_secondary_index").stream()
            .map(index -> index(index, index.text("hash_key")))
            .toList();
    List<Table.Index> local =
        state.blocks("local_secondary_index").stream().map(index -> index(index, hash)).toList();
    Optional<String> expiry =
        state
            .block("ttl")
            .filter(ttl -> ttl.flag("enabled"))
            .flatMap(ttl -> ttl.nonEmptyText("attribute_name"));
    return new Table(
        context.scope(),
        state.text("name"),
        id,
        attributes,
        new Table.Key(hash, state.nonEmptyText("range_key")),
        global,
        local,
        expiry,
        state.flag("deletion_protection_enabled"));
  }

  private static Table.Index index(ObjectValue index, String hash) {
    return new Table.Index(
        index.text("name"),
        new Table.Key(hash, index.nonEmptyText("range_key")),
        index.text("projection_type"),
        index.texts("non_key_attributes"));
  }
}
