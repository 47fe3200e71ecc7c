package dev.skybridge.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** The policy room decides from what it is given: no socket, no file, no thread, no clock. */
class PurityTest {
  private static final JavaClasses ROOM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.skybridge.policy");

  @Test
  void knowsNoSocketFileOrThread() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio..", "java.util.concurrent..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File|Socket).*|java\\.lang\\.(Thread|Process).*")
        .check(ROOM);
  }

  @Test
  void readsNoClock() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(ROOM);
  }

  @Test
  void knowsOnlyTheGatesOfThisSystem() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are of another room",
                type ->
                    type.getPackageName().startsWith("dev.skybridge")
                        && !type.getPackageName().equals("dev.skybridge.policy")
                        && !type.getPackageName().equals("dev.skybridge.gate")))
        .check(ROOM);
  }
}
