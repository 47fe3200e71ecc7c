package dev.skybridge.provider.protocol;

import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.registry.Registry;
import dev.skybridge.provider.schema.Schema;

/** The calls about the provider itself. */
final class ProviderCalls {
  private final Registry registry;
  private final Configuration configuration;
  private final Schema schema = Schema.ofProvider();
  private final byte[] schemas;

  ProviderCalls(Registry registry, Configuration configuration) {
    this.registry = registry;
    this.configuration = configuration;
    this.schemas = SchemaWire.response(registry.types()).bytes();
  }

  byte[] schemas() {
    return schemas.clone();
  }

  byte[] metadata() {
    return SchemaWire.metadata(registry.types()).bytes();
  }

  /** The configuration is good as it is; Configure says what is wrong with it. */
  byte[] prepare(WireMessage request) {
    return new WireWriter().bytes(1, request.bytes(1)).bytes();
  }

  byte[] configure(Session session, WireMessage request) {
    var diagnostics = new Diagnostics();
    var block = Wire.object(request, 2, schema.type()).orElse(ObjectValue.EMPTY);
    configuration.connect(block, diagnostics).ifPresent(session::configured);
    var response = new WireWriter();
    Wire.diagnostics(response, 1, diagnostics);
    return response.bytes();
  }
}
