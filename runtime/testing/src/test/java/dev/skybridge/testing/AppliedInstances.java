package dev.skybridge.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
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
  /** What names call the deployment of instances that a case created. */
  static final String CREATED = "new";

  private static final String DEFAULT_REGION = "eu-central-1";
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final TestingRuntime runtime;

  /** The attributes of what was created under a name and is still there. */
  private final Map<String, JsonNode> created = new HashMap<>();

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

  /**
   * The attributes of an instance.
   *
   * @param deployment where it is applied, or {@code new}
   * @param address its address, or the name under which it was created
   */
  JsonNode attributes(String deployment, String address) {
    if (!deployment.equals(CREATED)) {
      return find(deployment, address).attributes();
    }
    JsonNode found = created.get(address);
    if (found == null) {
      throw new IllegalArgumentException(
          address + ": not created (created: " + created.keySet() + ")");
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
        ValueJson.readObject(registry().types().resource(before.type()).schema().type(), wanted);
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
   * @param where a deployment, or an account's number
   * @param name what names call it; empty where none does
   * @param arguments as in a configuration; an object for an argument of type string becomes JSON
   */
  Undo create(String where, String type, String name, JsonNode arguments) {
    Registry.Applied made = created(where, type, arguments);
    if (name.isEmpty()) {
      return undoOf(where, type, made);
    }
    created.put(name, ValueJson.write(made.state()));
    Undo gone = undoOf(where, type, made);
    return () -> {
      created.remove(name);
      gone.run();
    };
  }

  /** Asks for a signature at every method of an API, from its next deployment on. */
  Undo wantSignatures(String deployment) {
    String api = "aws_api_gateway_rest_api.this";
    try {
      JsonNode document = YAML.readTree(find(deployment, api).attributes().path("body").asText());
      for (JsonNode path : document.path("paths")) {
        for (JsonNode operation : path) {
          ((ObjectNode) operation).putObject("x-amazon-apigateway-auth").put("type", "AWS_IAM");
        }
      }
      return set(deployment, api, YAML.createObjectNode().set("body", document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the API's document is YAML", e);
    }
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

  private Registry.Applied created(String where, String type, JsonNode arguments) {
    Connection connection = connection(scope(where));
    ObjectNode wanted = ((ObjectNode) arguments).objectNode();
    arguments.properties().forEach(e -> put(wanted, e.getKey(), e.getValue()));
    ObjectValue configuration =
        ValueJson.readObject(registry().types().resource(type).schema().type(), wanted);
    Diagnostics diagnostics = new Diagnostics();
    registry().types().resource(type).validate(configuration, diagnostics);
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

  private Undo undoOf(String where, String type, Registry.Applied made) {
    Connection connection = connection(scope(where));
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
    boolean document =
        value.isObject() && attribute.matches("policy|assume_role_policy|body|content");
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
    Scope scope = scope(deployment);
    ObjectValue attributes =
        ValueJson.readObject(
            registry().types().resource(instance.type()).schema().type(), instance.attributes());
    String id = registry().types().resource(instance.type()).id(attributes);
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

  private Scope scope(String where) {
    if (where.matches("\\d{12}")) {
      return new Scope(new AccountId(where), new Region(DEFAULT_REGION));
    }
    Deployment deployment = runtime.deployments().named(where);
    return new Scope(new AccountId(deployment.account()), new Region(deployment.region()));
  }

  private static Connection connection(Scope scope) {
    String root = scope.globalArn("iam", "root").toString();
    return new Connection(scope, Principal.Identity.user(root, scope.account()), Map.of());
  }
}
