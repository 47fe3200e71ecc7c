package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.expression.ConditionExpression;
import dev.skybridge.dynamodb.expression.DocumentPath;
import dev.skybridge.dynamodb.expression.KeyConditionExpression;
import dev.skybridge.dynamodb.expression.Placeholders;
import dev.skybridge.dynamodb.expression.ProjectionExpression;
import dev.skybridge.dynamodb.expression.UpdateExpression;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.table.IndexDefinition;
import dev.skybridge.dynamodb.table.KeySchema;
import dev.skybridge.dynamodb.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The expressions of a request, and the placeholders that they share. */
final class Expressions {
  private final Request request;
  private final Placeholders placeholders;
  private final List<DocumentPath> paths = new ArrayList<>();

  private Expressions(Request request, Placeholders placeholders) {
    this.request = request;
    this.placeholders = placeholders;
  }

  /**
   * @param parameters the expressions that the operation has
   */
  static Expressions of(Request request, String... parameters) {
    if (List.of(parameters).stream().noneMatch(request::has)) {
      if (request.has("ExpressionAttributeNames")) {
        throw new ValidationException(
            "ExpressionAttributeNames can only be specified when using expressions");
      }
      if (request.has("ExpressionAttributeValues")) {
        List<String> valued =
            Stream.of(parameters).filter(name -> !name.startsWith("Projection")).toList();
        throw new ValidationException(
            "ExpressionAttributeValues can only be specified when using expressions: "
                + String.join(" and ", valued)
                + (valued.size() == 1 ? " is null" : " are null"));
      }
    }
    return new Expressions(request, Placeholders.read(request.json()));
  }

  Optional<ConditionExpression> condition(String parameter) {
    Optional<ConditionExpression> condition =
        request.text(parameter).map(text -> ConditionExpression.parse(text, placeholders));
    condition.ifPresent(parsed -> paths.addAll(parsed.paths()));
    return condition;
  }

  Optional<ConditionExpression> filter(String parameter) {
    Optional<ConditionExpression> filter =
        request.text(parameter).map(text -> ConditionExpression.parseFilter(text, placeholders));
    filter.ifPresent(parsed -> paths.addAll(parsed.paths()));
    return filter;
  }

  Optional<ProjectionExpression> projection(String parameter) {
    Optional<ProjectionExpression> projection =
        request.text(parameter).map(text -> ProjectionExpression.parse(text, placeholders));
    projection.ifPresent(parsed -> paths.addAll(parsed.paths()));
    return projection;
  }

  Optional<UpdateExpression> update(String parameter) {
    return request.text(parameter).map(text -> UpdateExpression.parse(text, placeholders));
  }

  KeyConditionExpression keyCondition(String parameter) {
    return KeyConditionExpression.parse(request.text(parameter).orElse(""), placeholders);
  }

  /** To be called when all are parsed. */
  void requireAllUsed() {
    placeholders.requireAllUsed();
  }

  /**
   * To be called when all are parsed: each placeholder must be used, and no path may lead into a
   * key attribute, which is a scalar.
   */
  void check(TableDefinition table) {
    placeholders.requireAllUsed();
    requireScalarKeys(table, paths);
  }

  /** No path may lead into a key attribute, which is a scalar. */
  static void requireScalarKeys(TableDefinition table, List<DocumentPath> paths) {
    for (DocumentPath path : paths) {
      if (path.isNested()) {
        requireNoKey("Key", table.keys(), path);
        for (IndexDefinition index : table.indexes()) {
          requireNoKey("IndexKey", index.keys(), path);
        }
      }
    }
  }

  private static void requireNoKey(String what, KeySchema keys, DocumentPath path) {
    if (keys.has(path.attribute())) {
      throw new ValidationException(
          "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
              + " allowed: "
              + what
              + ": "
              + path.attribute());
    }
  }
}
