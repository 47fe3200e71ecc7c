package dev.skybridge.provider.protocol;

import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Type;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.provider.cty.ValueJson;
import dev.skybridge.provider.registry.Registry;
import java.util.Optional;

/** The calls about one resource instance. */
final class ResourceCalls {
  private final Registry registry;

  ResourceCalls(Registry registry) {
    this.registry = registry;
  }

  byte[] validate(WireMessage request) {
    var served = registry.types().resource(request.text(1));
    var diagnostics = new Diagnostics();
    Wire.object(request, 2, served.schema().type())
        .ifPresent(configuration -> served.validate(configuration, diagnostics));
    var response = new WireWriter();
    Wire.diagnostics(response, 1, diagnostics);
    return response.bytes();
  }

  /** A state of another version is read as far as its attributes still exist. */
  byte[] upgrade(WireMessage request) {
    var type = registry.types().resource(request.text(1)).schema().type();
    var json = request.message(3).orElseThrow(() -> new MalformedMessageException("no state"));
    Value state = ValueJson.read(type, Wire.json(json.bytes(1)));
    return new WireWriter().message(1, Wire.dynamic(type, state)).bytes();
  }

  byte[] read(Session session, WireMessage request) {
    var name = request.text(1);
    var type = registry.types().resource(name).schema().type();
    var diagnostics = new Diagnostics();
    var state = Wire.object(request, 2, type);
    Value answer = Value.ofNull();
    var kept = request.bytes(3);
    if (state.isPresent()) {
      try {
        var found = registry.read(session.connection(), name, state.get(), diagnostics);
        if (found.isPresent()) {
          answer = found.get().state();
          kept = PrivateWire.write(found.get().remembered());
        }
      } catch (RuntimeException e) {
        answer = state.get();
        Failures.add(diagnostics, session.connection(), "reading", name, state.get(), e);
      }
    }
    var response = new WireWriter().message(1, Wire.dynamic(type, answer));
    Wire.diagnostics(response, 2, diagnostics);
    return response.bytes(3, kept).bytes();
  }

  byte[] plan(Session session, WireMessage request) {
    var name = request.text(1);
    var type = registry.types().resource(name).schema().type();
    var prior = Wire.object(request, 2, type);
    var configuration = Wire.object(request, 4, type);
    var kept = PrivateWire.read(request.bytes(5));
    var response = new WireWriter();
    var diagnostics = new Diagnostics();
    if (configuration.isEmpty() || Wire.object(request, 3, type).isEmpty()) {
      response.message(1, Wire.dynamic(type, Value.ofNull()));
    } else {
      try {
        var plan =
            registry.plan(
                session.connection(), name, prior, configuration.get(), kept, diagnostics);
        response.message(1, Wire.dynamic(type, plan.planned()));
        plan.replacements().forEach(path -> response.message(2, Wire.path(path)));
      } catch (RuntimeException e) {
        Failures.add(diagnostics, session.connection(), "planning", name, configuration.get(), e);
      }
    }
    response.bytes(3, request.bytes(5));
    Wire.diagnostics(response, 4, diagnostics);
    return response.flag(5, true).bytes();
  }

  byte[] apply(Session session, WireMessage request) {
    var name = request.text(1);
    var type = registry.types().resource(name).schema().type();
    var prior = Wire.object(request, 2, type);
    var planned = Wire.object(request, 3, type);
    var kept = PrivateWire.read(request.bytes(5));
    var diagnostics = new Diagnostics();
    var done = change(session, name, prior, planned, kept, diagnostics);
    Value state = done.map(Registry.Applied::state).map(one -> (Value) one).orElse(Value.ofNull());
    var remembered = done.map(Registry.Applied::remembered).orElse(PrivateData.EMPTY);
    var response =
        new WireWriter()
            .message(1, Wire.dynamic(type, state))
            .bytes(2, PrivateWire.write(remembered));
    Wire.diagnostics(response, 3, diagnostics);
    return response.flag(4, true).bytes();
  }

  /** The instance after the change; as before when the change failed; empty when there is none. */
  private Optional<Registry.Applied> change(
      Session session,
      String name,
      Optional<ObjectValue> prior,
      Optional<ObjectValue> planned,
      PrivateData kept,
      Diagnostics diagnostics) {
    var connection = session.connection();
    var doing = planned.isEmpty() ? "destroying" : prior.isEmpty() ? "creating" : "updating";
    try {
      if (planned.isEmpty()) {
        registry.destroy(connection, name, prior.orElseThrow(), kept, diagnostics);
        return Optional.empty();
      }
      return Optional.of(
          prior.isEmpty()
              ? registry.create(connection, name, planned.get(), diagnostics)
              : registry.update(connection, name, prior.get(), planned.get(), kept, diagnostics));
    } catch (RuntimeException e) {
      Failures.add(diagnostics, connection, doing, name, planned.or(() -> prior).orElseThrow(), e);
      return prior.map(state -> new Registry.Applied(state, kept));
    }
  }

  byte[] importState(Session session, WireMessage request) {
    var name = request.text(1);
    var id = request.text(2);
    Type.ObjectOf type = registry.types().resource(name).schema().type();
    var diagnostics = new Diagnostics();
    var connection = session.connection();
    var response = new WireWriter();
    var found = registry.find(connection, name, id, diagnostics);
    if (found.isPresent()) {
      response.message(
          1,
          new WireWriter()
              .text(1, name)
              .message(2, Wire.dynamic(type, found.get().state()))
              .bytes(3, PrivateWire.write(found.get().remembered())));
    } else {
      diagnostics.error(
          "",
          "Cannot import non-existent remote object",
          "There is no %s with the id %s in account %s, %s."
              .formatted(name, id, connection.scope().account(), connection.scope().region()));
    }
    Wire.diagnostics(response, 2, diagnostics);
    return response.bytes();
  }
}
