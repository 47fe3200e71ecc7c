package dev.skybridge.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.app.UserError;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.Organization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The organization's id and management account, once decided, stay. */
class OrganizationFileTest {
  private static final Organization FIRST = Organization.of("111122223333");

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("organization");
  }

  private static Scope scope(String account) {
    return new Scope(new AccountId(account), new Region("eu-central-1"));
  }

  @Test
  void theFirstAccountManagesItForEver() {
    assertThat(OrganizationFile.open(file(), List.of(scope("111122223333"), scope("444455556666"))))
        .isEqualTo(FIRST);
    assertThat(OrganizationFile.open(file(), List.of(scope("444455556666")))).isEqualTo(FIRST);
  }

  @Test
  void aFileWithoutManagementAccountFindsTheOneThatItsIdIsMadeOf() throws IOException {
    Files.writeString(file(), FIRST.id() + "\n");
    assertThat(OrganizationFile.open(file(), List.of(scope("444455556666"), scope("111122223333"))))
        .isEqualTo(FIRST);
    assertThat(OrganizationFile.open(file(), List.of(scope("444455556666"))).managementAccount())
        .isEqualTo("444455556666");
  }

  @Test
  void aDamagedFileIsAProblemThatSaysWhatToDo() throws IOException {
    Files.writeString(file(), FIRST.id() + "\nbeverage\n");
    assertThatThrownBy(() -> OrganizationFile.open(file(), List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("management account: beverage (expected: 12 digits)");
  }
}
