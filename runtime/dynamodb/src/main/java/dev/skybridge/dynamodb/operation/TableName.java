package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.util.regex.Pattern;

/** A table named in a request, by its name or its ARN. */
final class TableName {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");
  private static final String IN_ARN = ":table/";

  private TableName() {}

  /** The name in a request's {@code TableName}. */
  static String of(Tables tables, Request request) {
    return of(tables, request.required("TableName", "tableName"));
  }

  /** The name that is given, checked; an ARN of this data set gives its table's. */
  static String of(Tables tables, String given) {
    String own = tables.dataSet().arn("table/");
    String name = given.startsWith(own) ? given.substring(own.length()) : given;
    check(name);
    return name;
  }

  static void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new ValidationException(
          "Invalid table/index name.  Table/index names must be between 3 and 255 characters long,"
              + " and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'");
    }
  }

  /** The table of a name. */
  static TableDefinition find(Tables tables, String name) {
    return tables.catalog().find(name).orElseThrow(TableName::none);
  }

  /** The table that a request names. */
  static TableDefinition find(Tables tables, Request request) {
    return find(tables, of(tables, request));
  }

  static ApiException none() {
    return new ApiException(
        ErrorType.RESOURCE_NOT_FOUND, "Cannot do operations on a non-existent table");
  }

  /** The name of the table in a resource's ARN. */
  static String ofArn(Tables tables, Request request) {
    String arn = request.required("ResourceArn", "resourceArn");
    int at = arn.indexOf(IN_ARN);
    String own = tables.dataSet().arn("table/");
    if (!arn.startsWith(own)) {
      if (!arn.startsWith("arn:") || at < 0) {
        throw ValidationException.parameter(
            "Invalid TableArn: Invalid ResourceArn provided as input " + arn);
      }
      throw new ApiException(
          ErrorType.RESOURCE_NOT_FOUND,
          "Requested resource not found: ResourcArn: " + arn + " not found");
    }
    return arn.substring(own.length());
  }
}
