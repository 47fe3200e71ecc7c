package dev.skybridge.network;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArrowsTest {
  private static final String ROOT = "dev.skybridge.network";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void onlyTheFabricKnowsTheEngines() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".fabric")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.netty..", "org.xbill..")
        .check(classes);
  }

  @Test
  void thePureRoomsOpenNoSocketAndStartNoThread() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT, ROOT + ".dns", ROOT + ".http", ROOT + ".tls")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.channels..", "java.util.concurrent..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Thread.class, java.time.Clock.class)
        .check(classes);
  }

  @Test
  void theNetworkKnowsNoOtherRoomButTheGate() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.skybridge.policy..", "dev.skybridge.services..", "dev.skybridge.provider..")
        .check(classes);
  }

  @Test
  void packagesFormNoCircle() {
    SlicesRuleDefinition.slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .check(classes);
  }
}
