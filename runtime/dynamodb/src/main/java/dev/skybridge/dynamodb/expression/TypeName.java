package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;

/** The second operand of {@code attribute_type}: the name of a type. */
final class TypeName {
  /** DynamoDB's own words for an operand whose type depends on the item. */
  private static final String ANY_TYPE =
      "{FS,INT,DECIMALSET,M,HDS,NULL,L,BOOL,SS,NS,S,DOUBLESET,DOUBLE,BS,HD,DICT,N,FLOAT,B,INTSET,"
          + "DECIMAL}";

  private TypeName() {}

  static AttributeValue.Type of(Resolver resolver, Operand operand) {
    if (operand instanceof Operand.Literal(AttributeValue.S(String name))) {
      for (AttributeValue.Type type : AttributeValue.Type.values()) {
        if (type.name().equals(name)) {
          return type;
        }
      }
      throw resolver.invalid(
          "Invalid attribute type name found; type: "
              + name
              + ", valid types: {N,BS,L,B,NULL,M,S,SS,NS,BOOL}");
    }
    AttributeValue.Type found = operand.type();
    throw resolver.invalid(
        "Incorrect operand type for operator or function; operator or function: "
            + AttributeType.NAME
            + ", operand type: "
            + (found == null ? ANY_TYPE : found));
  }
}
