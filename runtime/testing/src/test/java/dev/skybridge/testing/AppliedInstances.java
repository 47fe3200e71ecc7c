package dev.skybridge.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.deployment.Deployment;
import dev.skybridge.app.deployment.StateFile;
import dev.skybridge.app.deployment.Workspace;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.InventoryEntry;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.ValueJson;
import dev.skybridge.provider.registry.Connection;
import dev.skybridge.provider.registry.Registry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The instances of a runtime that booted from the snapshot, changed as Terraform's provider changes
 * them, but without Terraform. Each change can be taken back.
 */
final class AppliedInstances {
  private final TestingRuntime runtime;
  private final Map<String, Map<String, StateFile.Instance>> byDeployment = new HashMap<>();

  AppliedInstances(TestingRuntime runtime) {
    this.runtime = runtime;
  }

  /** Takes a change back. */
  @FunctionalInterface
  interface Undo {
    void run();
  }

  /** An instance of the snapshot, by its address without the microservice module's part. */
  StateFile.Instance find(String deployment, String address) {
    StateFile.Instance found = byDeployment.computeIfAbsent(deployment, this::read).get(address);
    if (found == null) {
      throw new IllegalArgumentException(deployment + ": no " + address);
    }
    return found;
  }

  /** Changes attributes; an object or array for an attribute of type string becomes JSON text. */
  Undo set(String deployment, String address, JsonNode changes) {
    StateFile.Instance instance = find(deployment, address);
    InventoryEntry before = entry(deployment, instance);
    ObjectNode wanted = (ObjectNode) ValueJson.write(before.state());
    changes.properties().forEach(e -> put(wanted, e.getKey(), e.getValue()));
    ObjectValue planned =
        ValueJson.readObject(registry().served(before.type()).schema().type(), wanted);
    update(before, before.state(), planned);
    return () -> update(before, planned, before.state());
  }

  /** Destroys an instance. */
  Undo destroy(String deployment, String address) {
    InventoryEntry before = entry(deployment, find(deployment, address));
    Diagnostics diagnostics = new Diagnostics();
    registry()
        .destroy(
            connection(before.scope()),
            before.type(),
            before.state(),
            before.remembered(),
            diagnostics);
    require(diagnostics);
    return () -> update(before, before.state(), before.state());
  }

  /**
   * Creates an instance.
   *
   * @param arguments as in a configuration; an object for an argument of type string becomes JSON
   */
  Undo create(String deployment, String type, JsonNode arguments) {
    return undoOf(deployment, type, created(deployment, type, arguments));
  }

  /** Deploys an API as it is now to its stage. */
  Undo deploy(String deployment) {
    ObjectNode api = find(deployment, "aws_api_gateway_rest_api.this").attributes();
    ObjectNode arguments = api.objectNode().put("rest_api_id", api.path("id").asText());
    Registry.Applied made = created(deployment, "aws_api_gateway_deployment", arguments);
    ObjectNode stage = api.objectNode().put("deployment_id", made.state().text("id"));
    Undo back = set(deployment, "aws_api_gateway_stage.this", stage);
    Undo gone = undoOf(deployment, "aws_api_gateway_deployment", made);
    return () -> {
      back.run();
      gone.run();
    };
  }

  private Registry.Applied created(String deployment, String type, JsonNode arguments) {
    Connection connection = connection(scope(runtime.deployments().named(deployment)));
    ObjectNode wanted = ((ObjectNode) arguments).objectNode();
    arguments.properties().forEach(e -> put(wanted, e.getKey(), e.getValue()));
    ObjectValue configuration =
        ValueJson.readObject(registry().served(type).schema().type(), wanted);
    Diagnostics diagnostics = new Diagnostics();
    registry().served(type).validate(configuration, diagnostics);
    require(diagnostics);
    Registry.Plan plan =
        registry()
            .plan(
                connection, type, Optional.empty(), configuration, PrivateData.EMPTY, diagnostics);
    require(diagnostics);
    Registry.Applied made = registry().create(connection, type, plan.planned(), diagnostics);
    require(diagnostics);
    return made;
  }

  private Undo undoOf(String deployment, String type, Registry.Applied made) {
    Connection connection = connection(scope(runtime.deployments().named(deployment)));
    return () ->
        registry().destroy(connection, type, made.state(), made.remembered(), new Diagnostics());
  }

  private void update(InventoryEntry entry, ObjectValue from, ObjectValue to) {
    Diagnostics diagnostics = new Diagnostics();
    registry()
        .update(connection(entry.scope()), entry.type(), from, to, entry.remembered(), diagnostics);
    require(diagnostics);
  }

  private static void put(ObjectNode wanted, String attribute, JsonNode value) {
    boolean document = value.isObject() && attribute.matches("policy|assume_role_policy|body");
    if (document) {
      wanted.put(attribute, value.toString());
    } else {
      wanted.set(attribute, value);
    }
  }

  private static void require(Diagnostics diagnostics) {
    if (diagnostics.failed()) {
      throw new IllegalStateException("refused: " + diagnostics.all());
    }
  }

  private InventoryEntry entry(String deployment, StateFile.Instance instance) {
    Scope scope = scope(runtime.deployments().named(deployment));
    ObjectValue attributes =
        ValueJson.readObject(
            registry().served(instance.type()).schema().type(), instance.attributes());
    String id = registry().served(instance.type()).id(attributes);
    return runtime
        .runtime()
        .inventory()
        .find(new InventoryEntry.Key(scope, instance.type(), id))
        .orElseThrow(() -> new IllegalStateException("not applied: " + instance.address()));
  }

  private Map<String, StateFile.Instance> read(String deployment) {
    Deployment one = runtime.deployments().named(deployment);
    List<StateFile.Instance> all =
        StateFile.read(new Workspace(runtime.data(), one).state()).instances();
    Map<String, StateFile.Instance> byAddress = new HashMap<>();
    String module = "module.microservice[\"" + deployment + "\"].";
    all.forEach(instance -> byAddress.put(instance.address().replace(module, ""), instance));
    return byAddress;
  }

  private Registry registry() {
    return runtime.runtime().registry();
  }

  private static Scope scope(Deployment deployment) {
    return new Scope(new AccountId(deployment.account()), new Region(deployment.region()));
  }

  private static Connection connection(Scope scope) {
    String root = scope.globalArn("iam", "root").toString();
    return new Connection(scope, Principal.Identity.user(root, scope.account()), Map.of());
  }
}
