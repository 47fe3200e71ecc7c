package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.deployment.Workspace;
import dev.skybridge.provider.InventoryEntry;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the organization denies is denied at once, to whom it holds for, and is explained. */
class ControlPolicyTest {
  private static final String FOOD = "777788889999";
  private static final String TABLE =
      "arn:aws:dynamodb:eu-central-1:777788889999:table/food-orders";
  private static final String FUNCTION = "aws_lambda_function.this[\"get-order\"]";
  private static final TestingRuntime RUNTIME = TestingRuntime.fromSnapshot();

  private final AppliedInstances instances = new AppliedInstances(RUNTIME);

  @AfterAll
  static void close() {
    RUNTIME.close();
  }

  @Test
  void aServiceControlPolicyHoldsFromItsAttachmentToItsEnd() throws Exception {
    assertThat(check("food/food-get-order", TABLE).status()).isZero();
    AppliedInstances.Undo policy =
        instances.create("consumer", "aws_organizations_policy", "", policy("dynamodb:*Item"));
    AppliedInstances.Undo attachment = attach(FOOD);
    String stateBefore = Files.readString(state());
    try {
      CommandRun refused = check("food/food-get-order", TABLE);
      assertThat(refused.status()).isEqualTo(3);
      assertThat(refused.output())
          .contains("policy no-items, statement 1 (Sid NoItems)")
          .contains("denies dynamodb:GetItem on " + TABLE)
          .contains("This is meant to be refused");
      assertThat(
              check(
                      "beverage/beverage-get-order",
                      TABLE.replace(FOOD, "444455556666").replace("food", "beverage"))
                  .status())
          .as("another account is free")
          .isZero();
      declare();
      Answer order = RUNTIME.client().send(Orders.hamburger());
      assertThat(order.status()).as(order.body()).isEqualTo(500);
      assertThat(CommandRun.of(RUNTIME, "explain", order.traceId().orElseThrow()).output())
          .contains("policy no-items, statement 1 (Sid NoItems)")
          .contains("aws_organizations_policy.no_items.content:1:38 (deployment consumer");
    } finally {
      Files.writeString(state(), stateBefore);
      attachment.run();
      policy.run();
    }
    assertThat(check("food/food-get-order", TABLE).status()).isZero();
  }

  @Test
  void aRoleIsPassedToLambdaByWhomNothingForbidsIt() {
    String roles = "arn:aws:iam::" + FOOD + ":role/";
    ObjectNode other = JsonNodeFactory.instance.objectNode().put("role", roles + "food-get-orders");
    for (String service : List.of("ec2.amazonaws.com", "lambda.amazonaws.com")) {
      AppliedInstances.Undo policy =
          instances.create("consumer", "aws_organizations_policy", "", noPassing(service));
      AppliedInstances.Undo attachment = attach(FOOD);
      try {
        if (service.startsWith("lambda")) {
          assertThatThrownBy(() -> instances.set("food", FUNCTION, other))
              .hasMessageContaining(
                  "is not authorized to perform: iam:PassRole on resource: "
                      + roles
                      + "food-get-orders with an explicit deny in a service control policy")
              .hasMessageContaining("it is meant to be refused");
        } else {
          instances.set("food", FUNCTION, other).run();
        }
      } finally {
        attachment.run();
        policy.run();
      }
    }
  }

  private static JsonNode noPassing(String service) {
    ObjectNode policy = (ObjectNode) policy("iam:PassRole");
    ((ObjectNode) policy.at("/content/Statement/0"))
        .putObject("Condition")
        .putObject("StringEquals")
        .put("iam:PassedToService", service);
    return policy;
  }

  @Test
  void onlyTheManagementAccountMayMakeOne() {
    assertThatThrownBy(
            () -> instances.create("food", "aws_organizations_policy", "", policy("dynamodb:*")))
        .hasMessageContaining("You don't have permissions to access this resource.")
        .hasMessageContaining("management account may, which is 111122223333");
  }

  @Test
  void organizationalUnitsAndOtherTypesAreRefusedByName() {
    ObjectNode unit =
        JsonNodeFactory.instance
            .objectNode()
            .put("policy_id", "p-12345678")
            .put("target_id", "ou-abcd-12345678");
    assertThatThrownBy(
            () -> instances.create("consumer", "aws_organizations_policy_attachment", "", unit))
        .hasMessageContaining("Organizational units are not served");
    ObjectNode tags = ((ObjectNode) policy("dynamodb:*")).put("type", "TAG_POLICY");
    assertThatThrownBy(() -> instances.create("consumer", "aws_organizations_policy", "", tags))
        .hasMessageContaining("Policies of type TAG_POLICY are not served");
  }

  private static Path state() {
    return new Workspace(RUNTIME.data(), RUNTIME.deployments().named("consumer")).state();
  }

  /** Writes the policy into Terraform's state, as a run of Terraform does. */
  private static void declare() throws IOException {
    ObjectNode whole = (ObjectNode) new ObjectMapper().readTree(Files.readString(state()));
    ObjectNode resource = whole.withArray("/resources").addObject();
    resource.put("mode", "managed");
    resource.put("type", "aws_organizations_policy");
    resource.put("name", "no_items");
    resource.put("provider", "provider[\"registry.terraform.io/hashicorp/aws\"]");
    ObjectNode instance = resource.putArray("instances").addObject();
    instance.put("schema_version", 0);
    instance.set("attributes", ValueJson.write(policy()));
    Files.writeString(state(), whole.toPrettyString());
  }

  private static CommandRun check(String from, String table) {
    return CommandRun.of(RUNTIME, "check", "--from=" + from, "--to=" + table, "--method=GetItem");
  }

  private AppliedInstances.Undo attach(String target) {
    String id = policy().text("id");
    return instances.create(
        "consumer",
        "aws_organizations_policy_attachment",
        "",
        JsonNodeFactory.instance.objectNode().put("policy_id", id).put("target_id", target));
  }

  /** The policy that was made. */
  private static ObjectValue policy() {
    return RUNTIME.runtime().inventory().entries().stream()
        .filter(entry -> entry.type().equals("aws_organizations_policy"))
        .map(InventoryEntry::state)
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode policy(String action) {
    try {
      return new ObjectMapper()
          .readTree(
              """
              {"name": "no-items", "content": {"Version": "2012-10-17", "Statement": [
                {"Sid": "NoItems", "Effect": "Deny", "Action": "%s", "Resource": "*"}]}}
              """
                  .formatted(action));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
