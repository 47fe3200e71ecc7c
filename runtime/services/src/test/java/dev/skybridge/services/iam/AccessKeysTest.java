package dev.skybridge.services.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.Organization;
import dev.skybridge.services.signature.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessKeysTest {
  private static final Organization ORGANIZATION = Organization.of("111122223333");
  private static final Scope FOOD =
      new Scope(new AccountId("777788889999"), new Region("eu-central-1"));

  @TempDir private Path folder;

  @Test
  void aKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
    Path file = folder.resolve("credentials.json");
    AccessKeys keys = new AccessKeys(file, ORGANIZATION, InstantSource.system());
    keys.ensure(List.of(FOOD));
    AccessKeys.AccessKey key = keys.all().getFirst();
    assertThat(key.id()).matches("AKIA[A-Z2-7]{16}");
    assertThat(key.secret()).hasSize(40);
    assertThat(key.toString()).doesNotContain(key.secret());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    AccessKeys again = new AccessKeys(file, ORGANIZATION, InstantSource.system());
    again.ensure(List.of(FOOD));
    assertThat(again.all()).containsExactly(key);
  }

  @Test
  void itsOwnerIsTheAdministratorOfItsAccount() {
    AccessKeys keys =
        new AccessKeys(folder.resolve("credentials.json"), ORGANIZATION, InstantSource.system());
    keys.ensure(List.of(FOOD));
    Caller caller = keys.find(keys.all().getFirst().id()).orElseThrow().caller();

    assertThat(caller.identity().arn()).isEqualTo("arn:aws:iam::777788889999:user/administrator");
    assertThat(caller.userId()).matches("AIDA[A-Z2-7]{17}");
    assertThat(caller.bound().values("aws:PrincipalOrgID")).containsExactly(ORGANIZATION.id());
    assertThat(new Iam().identityPolicies(caller.identity()))
        .singleElement()
        .satisfies(policy -> assertThat(policy.name()).isEqualTo("AdministratorAccess"));
    assertThat(keys.find("AKIANOBODY")).isEmpty();
  }

  @Test
  void anOrganizationHasOneIdForEver() {
    assertThat(ORGANIZATION.id()).matches("o-[a-z0-9]{10}");
    assertThat(Organization.of("111122223333")).isEqualTo(ORGANIZATION);
    assertThat(Organization.of("444455556666")).isNotEqualTo(ORGANIZATION);
  }
}
