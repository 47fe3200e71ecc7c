package dev.skybridge.provider.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.provider.testing.MemoryInventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way of one change, with a secret as example. */
class RegistryTest {
  private static final Scope SCOPE =
      new Scope(new AccountId("111122223333"), new Region("eu-central-1"));
  private static final Connection CONNECTION =
      new Connection(
          SCOPE,
          Principal.Identity.user("arn:aws:iam::111122223333:root", SCOPE.account()),
          Map.of());

  private final List<String> calls = new ArrayList<>();
  private final MemoryInventory inventory = new MemoryInventory();
  private final Secrets type = new Secrets();
  private final Registry registry = registry();

  private Registry registry() {
    return new Registry(List.of(type), List.of(), inventory, () -> calls.add("reconcile"));
  }

  private Registry.Applied create(String id) {
    return registry.create(CONNECTION, type.name(), plan(id).planned(), new Diagnostics());
  }

  private Registry.Plan plan(String id) {
    var configuration =
        registry
            .types()
            .resource(type.name())
            .empty()
            .with("secret_id", id)
            .with("secret_string", "tea");
    return registry.plan(
        CONNECTION,
        type.name(),
        Optional.empty(),
        configuration,
        PrivateData.EMPTY,
        new Diagnostics());
  }

  @Test
  void aChangeReachesServiceThenInventoryThenReconcile() {
    var applied = create("one");
    assertThat(calls).containsExactly("apply one tea", "reconcile");
    assertThat(applied.state().text("secret_string")).isEqualTo("tea");
    assertThat(inventory.entries())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.state().get("secret_string")).isEqualTo(Value.ofNull());
          assertThat(entry.remembered().text("stage")).isEqualTo("AWSCURRENT");
        });
  }

  @Test
  void readingKeepsTheSecretThatTheInventoryDoesNotHold() {
    var applied = create("one");
    var read = registry.read(CONNECTION, type.name(), applied.state(), new Diagnostics());
    assertThat(read).contains(applied);
  }

  @Test
  void aStartHandsEveryInstanceToItsServiceAndReconcilesOnce() {
    create("one");
    create("two");
    calls.clear();
    registry().boot();
    assertThat(calls).containsExactly("apply one null", "apply two null", "reconcile");
  }

  @Test
  void whatFailsInTheServiceIsTakenBackAndNotKept() {
    type.failing = true;
    assertThatThrownBy(() -> create("one")).hasMessage("disk full");
    assertThat(calls).containsExactly("remove one");
    assertThat(inventory.entries()).isEmpty();
  }

  @Test
  void whatExistsAlreadyNamesTheImportLine() {
    create("one");
    type.fixed = true;
    create("one");
    assertThatThrownBy(() -> create("one"))
        .hasMessage(
            "aws_secretsmanager_secret_version one exists already in account 111122223333. If a broken-off apply made it, take it over: terraform import 'aws_secretsmanager_secret_version.NAME' 'one'");
  }

  @Test
  void twoEqualCreationsHaveDifferentIdsAlsoAfterADestroy() {
    var first = create("one").state();
    var second = create("one").state();
    registry.destroy(CONNECTION, type.name(), first, PrivateData.EMPTY, new Diagnostics());
    var third = create("one").state();
    assertThat(List.of(first.text("id"), second.text("id"), third.text("id")))
        .doesNotHaveDuplicates();
  }

  @Test
  void anIdThatASnapshotBroughtIsPassedOver() {
    var brought = create("one").state();
    var elsewhere = new MemoryInventory();
    inventory.entries().forEach(elsewhere::put);
    var booted = new Registry(List.of(type), List.of(), elsewhere, () -> {});

    var made = booted.create(CONNECTION, type.name(), plan("one").planned(), new Diagnostics());
    assertThat(made.state().text("id")).isNotEqualTo(brought.text("id"));
    assertThat(elsewhere.entries()).hasSize(2);
  }

  @Test
  void anUnservedTypeIsNamedWithWhatIsServed() {
    assertThatThrownBy(() -> registry.types().resource("aws_sqs_queue"))
        .isInstanceOf(NotServedException.class)
        .hasMessage(
            "resource type aws_sqs_queue is not served by this one-machine AWS (served: aws_secretsmanager_secret_version)");
  }

  private final class Secrets implements ResourceType {
    private boolean failing;
    private boolean fixed;

    @Override
    public String name() {
      return "aws_secretsmanager_secret_version";
    }

    @Override
    public Rules rules() {
      return Rules.builder().secret("secret_string").build();
    }

    @Override
    public ObjectValue create(Context context, ObjectValue planned) {
      context.remember("stage", "AWSCURRENT");
      return planned
          .with("id", fixed ? planned.text("secret_id") : context.ids().uuid())
          .with("arn", context.scope().arn("secretsmanager", "secret:one").toString())
          .with("version_id", "v")
          .withTextSet("version_stages", List.of("AWSCURRENT"))
          .with("has_secret_string_wo", Value.ofNull());
    }

    @Override
    public void apply(Context context, ObjectValue state, PrivateData remembered) {
      if (failing) {
        throw new IllegalStateException("disk full");
      }
      calls.add(
          "apply %s %s"
              .formatted(
                  state.text("secret_id"), state.optionalText("secret_string").orElse("null")));
    }

    @Override
    public void remove(Context context, ObjectValue state) {
      calls.add("remove " + state.text("secret_id"));
    }
  }
}
