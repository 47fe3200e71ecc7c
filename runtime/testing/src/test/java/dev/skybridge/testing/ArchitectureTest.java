package dev.skybridge.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between the rooms of the runtime. */
class ArchitectureTest {
  private static final String ROOT = "dev.skybridge.";
  private static final String SERVICES = ROOT + "services";
  private static final String ENGINE = ROOT + "dynamodb.";

  /** What a room may know beside itself; what that speaks of in its API is known too. */
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "gate", Set.of(),
          "policy", Set.of("gate"),
          "network", Set.of("gate"),
          "dynamodb", Set.of(),
          "services", Set.of("gate", "policy", "network"),
          "provider", Set.of("gate", "policy", "network", "services"),
          "app", Set.of("gate", "policy", "network", "services", "provider", "dynamodb"),
          "testing", Set.of("gate", "network", "app"));

  /** The same within the DynamoDB engine; its door, the root, may know all. */
  private static final Map<String, Set<String>> ENGINE_ARROWS =
      Map.of(
          "model", Set.of(),
          "expression", Set.of("model"),
          "store", Set.of(),
          "table", Set.of("", "model", "store"),
          "operation", Set.of("", "model", "expression", "store", "table"));

  /** What every service may use: errors and files, signatures, child processes, the API's words. */
  private static final Set<String> SHARED = Set.of("", "api", "signature", "process");

  /** gRPC serves a unix socket on event loops of Netty only: the one user of it above network. */
  private static final String GRPC_SERVER = "dev.skybridge.provider.protocol.ProviderServer";

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/test/"))
          .importPackages("dev.skybridge");

  @ParameterizedTest
  @ValueSource(
      strings = {"gate", "policy", "network", "dynamodb", "services", "provider", "app", "testing"})
  void roomKnowsOnlyWhatItMay(String room) {
    Set<String> known = ARROWS.getOrDefault(room, Set.of());
    ArchRuleDefinition.classes()
        .that(describe("are of " + room, type -> room(type).equals(room)))
        .should(
            know(
                "only " + room + " and " + known,
                other -> room(other).equals(room) || known.contains(room(other))))
        .check(ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "expression", "store", "table", "operation"})
  void roomOfTheEngineKnowsOnlyWhatItMay(String room) {
    Set<String> known = ENGINE_ARROWS.getOrDefault(room, Set.of());
    ArchRuleDefinition.classes()
        .that(
            describe("are of " + ENGINE + room, type -> engineRoom(type).equals(Optional.of(room))))
        .should(
            know(
                "only " + room + " and " + known,
                other ->
                    engineRoom(other)
                        .map(name -> name.equals(room) || known.contains(name))
                        .orElse(false)))
        .check(ALL);
  }

  @Test
  void everyClassHasARoom() {
    ArchRuleDefinition.classes()
        .should(
            new ArchCondition<>("be of one of " + ARROWS.keySet()) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean known = ARROWS.containsKey(room(type));
                events.add(new SimpleConditionEvent(type, known, type.getName()));
              }
            })
        .check(ALL);
  }

  @Test
  void servicesDoNotKnowOneAnother() {
    ArchRuleDefinition.classes()
        .that(describe("are of a service", type -> !SHARED.contains(service(type))))
        .should(
            new ArchCondition<>("know no other service") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf()
                    .forEach(dependency -> {
                      String other = service(dependency.getTargetClass());
                      boolean may = SHARED.contains(other) || other.equals(service(type));
                      events.add(new SimpleConditionEvent(type, may, dependency.getDescription()));
                    });
              }
            })
        .check(ALL);
  }

  @ParameterizedTest
  @CsvSource({
    "io.netty, network",
    "org.xbill, network",
    "io.grpc, provider",
    "picocli, app",
    "org.bouncycastle, services",
    "org.sqlite, dynamodb",
  })
  void libraryStaysInItsRoom(String library, String room) {
    noClasses()
        .that(describe("are not of " + room, type -> !room(type).equals(room)))
        .and()
        .doNotHaveFullyQualifiedName(GRPC_SERVER)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library + "..")
        .check(ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gate", "policy", "dynamodb.model", "dynamodb.expression"})
  void pureRoomOpensNothingStartsNothingAndReadsNoClock(String room) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.channels..", "java.nio.file..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.File.*|java\\.lang\\.(Thread|Process)(Builder)?")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(ALL);
  }

  private static ArchCondition<JavaClass> know(
      String what, java.util.function.Predicate<JavaClass> may) {
    return new ArchCondition<>("know " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> !room(dependency.getTargetClass()).isEmpty())
            .forEach(dependency ->
                events.add(
                    new SimpleConditionEvent(
                        type, may.test(dependency.getTargetClass()), dependency.getDescription())));
      }
    };
  }

  /** The room of a class; empty for a library's. */
  private static String room(JavaClass type) {
    return first(ROOT, type.getPackageName());
  }

  /** The room of a class of the engine, empty text for its door's; empty for all others. */
  private static Optional<String> engineRoom(JavaClass type) {
    return room(type).equals("dynamodb")
        ? Optional.of(first(ENGINE, type.getPackageName()))
        : Optional.empty();
  }

  /** The service of a class; empty for one outside the services and for what they share. */
  private static String service(JavaClass type) {
    return first(SERVICES + ".", type.getPackageName());
  }

  private static String first(String prefix, String packageName) {
    if (!packageName.startsWith(prefix)) {
      return "";
    }
    return packageName.substring(prefix.length()).split("\\.", 2)[0];
  }
}
