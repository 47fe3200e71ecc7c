package dev.skybridge.provider.protocol;

import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.registry.Registry;

/** The calls about data sources. */
final class DataCalls {
  private final Registry registry;

  DataCalls(Registry registry) {
    this.registry = registry;
  }

  byte[] validate(WireMessage request) {
    var served = registry.types().dataSource(request.text(1));
    var diagnostics = new Diagnostics();
    Wire.object(request, 2, served.schema().type())
        .ifPresent(configuration -> served.validate(configuration, diagnostics));
    var response = new WireWriter();
    Wire.diagnostics(response, 1, diagnostics);
    return response.bytes();
  }

  byte[] read(Session session, WireMessage request) {
    var name = request.text(1);
    var type = registry.types().dataSource(name).schema().type();
    var configuration = Wire.object(request, 2, type).orElse(ObjectValue.EMPTY);
    var diagnostics = new Diagnostics();
    var response = new WireWriter();
    try {
      var state = registry.readData(session.connection(), name, configuration, diagnostics);
      response.message(1, Wire.dynamic(type, state));
    } catch (RuntimeException e) {
      Failures.add(diagnostics, session.connection(), "reading data", name, configuration, e);
    }
    Wire.diagnostics(response, 2, diagnostics);
    return response.bytes();
  }
}
