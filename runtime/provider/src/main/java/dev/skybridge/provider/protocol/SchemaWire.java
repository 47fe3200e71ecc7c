package dev.skybridge.provider.protocol;

import dev.skybridge.provider.cty.TypeJson;
import dev.skybridge.provider.registry.TypeIndex;
import dev.skybridge.provider.schema.Block;
import dev.skybridge.provider.schema.Schema;

/** The schemas of everything served, as Terraform asks for them first. */
final class SchemaWire {
  private SchemaWire() {}

  static WireWriter response(TypeIndex types) {
    var response = new WireWriter().message(1, schema(Schema.ofProvider()));
    types.resources().forEach((name, served) -> response.message(2, entry(name, served.schema())));
    types
        .dataSources()
        .forEach((name, served) -> response.message(3, entry(name, served.schema())));
    return response.message(6, capabilities());
  }

  static WireWriter metadata(TypeIndex types) {
    var response = new WireWriter().message(1, capabilities());
    types.dataSources().keySet().forEach(name -> response.message(3, name(name)));
    types.resources().keySet().forEach(name -> response.message(4, name(name)));
    return response;
  }

  /** GetProviderSchema may be left out by who has it already; nothing else is offered. */
  private static WireWriter capabilities() {
    return new WireWriter().flag(2, true);
  }

  private static WireWriter name(String name) {
    return new WireWriter().text(1, name);
  }

  private static WireWriter entry(String name, Schema schema) {
    return new WireWriter().text(1, name).message(2, schema(schema));
  }

  private static WireWriter schema(Schema schema) {
    return new WireWriter().number(1, schema.version()).message(2, block(schema.block()));
  }

  private static WireWriter block(Block block) {
    var message = new WireWriter();
    block.attributes().forEach((name, one) -> message.message(2, attribute(name, one)));
    block
        .nested()
        .forEach((name, one) ->
            message.message(
                3,
                new WireWriter()
                    .text(1, name)
                    .message(2, block(one.block()))
                    .number(3, one.nesting().number())
                    .number(4, one.minItems())
                    .number(5, one.maxItems())));
    return message.flag(6, block.deprecated());
  }

  private static WireWriter attribute(String name, Block.Attribute attribute) {
    return new WireWriter()
        .text(1, name)
        .bytes(2, Wire.utf8(TypeJson.write(attribute.type()).toString()))
        .flag(4, attribute.required())
        .flag(5, attribute.optional())
        .flag(6, attribute.computed())
        .flag(7, attribute.sensitive())
        .flag(9, attribute.deprecated())
        .flag(10, attribute.writeOnly());
  }
}
