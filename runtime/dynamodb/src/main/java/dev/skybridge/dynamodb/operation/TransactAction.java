package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.table.TableDefinition;
import java.util.List;
import java.util.Optional;

/**
 * One of a transaction's actions.
 *
 * @param place its number in the transaction, from 1
 */
record TransactAction(Kind kind, int place, Request request) {
  /** What the actions are called, and how errors name them. */
  enum Kind {
    CONDITION_CHECK("ConditionCheck", "conditionCheck"),
    PUT("Put", "put"),
    DELETE("Delete", "delete"),
    UPDATE("Update", "update");

    private final String parameter;
    private final String path;

    Kind(String parameter, String path) {
      this.parameter = parameter;
      this.path = path;
    }
  }

  static TransactAction of(int place, Request element) {
    Optional<TransactAction> found = Optional.empty();
    for (Kind kind : Kind.values()) {
      Optional<Request> part = element.part(kind.parameter);
      if (part.isPresent()) {
        if (found.isPresent()) {
          throw new ValidationException(
              "TransactItems can only contain one of Check, Put, Update or Delete");
        }
        found = Optional.of(new TransactAction(kind, place, part.get()));
      }
    }
    TransactAction action =
        found.orElseThrow(() ->
            new ValidationException(
                "Invalid Request: TransactWriteRequest should contain Delete or Put or Update"
                    + " request"));
    action.check();
    return action;
  }

  private void check() {
    require("TableName", "tableName");
    if (kind == Kind.PUT) {
      require("Item", "item");
    } else {
      require("Key", "key");
    }
    if (kind == Kind.CONDITION_CHECK) {
      require("ConditionExpression", "conditionExpression");
    }
  }

  private void require(String name, String path) {
    if (!request.has(name)) {
      throw Request.missing("transactItems." + place + ".member." + this.kind.path + "." + path);
    }
  }

  boolean writes() {
    return kind != Kind.CONDITION_CHECK;
  }

  ItemPlan plan(TableDefinition table) {
    return switch (kind) {
      case CONDITION_CHECK -> ItemPlan.check(table, request);
      case PUT -> ItemPlan.put(table, request);
      case DELETE -> ItemPlan.delete(table, request);
      case UPDATE -> ItemUpdate.of(table, request).plan();
    };
  }

  /**
   * Why a transaction did not happen, for one action.
   *
   * @param code e.g. {@code ConditionalCheckFailed}
   */
  record Reason(String code, Optional<String> message, Optional<Item> item) {
    static final Reason NONE = new Reason("None", Optional.empty(), Optional.empty());

    static Reason conditionFailed(Optional<Item> item) {
      return new Reason(
          "ConditionalCheckFailed", Optional.of("The conditional request failed"), item);
    }

    static Reason invalid(ValidationException e) {
      return new Reason("ValidationError", Optional.of(e.text()), Optional.empty());
    }

    /** The error of a transaction with these reasons. */
    static ApiException canceled(List<Reason> reasons) {
      String codes = String.join(", ", reasons.stream().map(Reason::code).toList());
      return new ApiException(
          ErrorType.TRANSACTION_CANCELED,
          "Transaction cancelled, please refer cancellation reasons for specific reasons ["
              + codes
              + "]",
          json -> {
            json.writeArrayFieldStart("CancellationReasons");
            for (Reason reason : reasons) {
              json.writeStartObject();
              ItemFields.field("Item", reason.item.orElse(null)).write(json);
              json.writeStringField("Code", reason.code);
              if (reason.message.isPresent()) {
                json.writeStringField("Message", reason.message.get());
              }
              json.writeEndObject();
            }
            json.writeEndArray();
          });
    }
  }
}
