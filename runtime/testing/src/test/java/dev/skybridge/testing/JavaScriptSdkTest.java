package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The AWS SDK for JavaScript 3 on the runtime. Its packages are installed once, below the build's
 * folder; without Node.js, npm or the network the test is skipped and says so.
 */
class JavaScriptSdkTest {
  private static final Path PROJECT =
      TestingRuntime.home().resolve("runtime/testing/src/test/resources/clients");
  private static final Path FOLDER =
      TestingRuntime.home().resolve("runtime/testing/target/clients-javascript");

  @Test
  void everyServiceAnswersItsPaginatorsAndWaiters() throws Exception {
    assumeTrue(ClientPrograms.isThere("node", "--version"), "node is not on the PATH");
    assumeTrue(ClientPrograms.isThere("npm", "--version"), "npm is not on the PATH");
    assumeTrue(install(), "npm could not install the SDK (see " + FOLDER + "/npm.log)");
    try (TestingRuntime runtime = TestingRuntime.fromSnapshot()) {
      ClientPrograms programs = new ClientPrograms(runtime);
      Map<String, String> environment =
          new HashMap<>(programs.environment(programs.administrator("111122223333")));
      environment.put("NODE_NO_WARNINGS", "1");
      ClientPrograms.Run run = programs.run(environment, FOLDER, List.of("node", "tour.mjs"));
      assertThat(run.output())
          .isEqualTo(
              """
              sts arn:aws:iam::111122223333:user/administrator
              ec2 interfaces 5
              ec2 instance running
              route53 A,NS,SOA
              acm ISSUED
              kms tea
              secretsmanager page/a,page/b,page/c
              iam roles true
              kms UnknownOperationException The operation CreateKey is not served here.
              ec2 InvalidAction The action CreateVpc is not valid for this web service.
              ec2 InvalidVpcID.NotFound The vpc ID 'vpc-12345678' does not exist
              """);
      assertThat(run.status()).isZero();
    }
  }

  /** Whether the packages are there, as the project pins them. */
  private static boolean install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    Path wanted = PROJECT.resolve("package.json");
    Path had = FOLDER.resolve("package.json");
    Files.copy(
        PROJECT.resolve("tour.mjs"),
        FOLDER.resolve("tour.mjs"),
        StandardCopyOption.REPLACE_EXISTING);
    if (Files.exists(FOLDER.resolve("installed")) && Files.mismatch(wanted, had) < 0) {
      return true;
    }
    Files.copy(wanted, had, StandardCopyOption.REPLACE_EXISTING);
    Process npm =
        new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts")
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("npm.log").toFile())
            .start();
    if (!npm.waitFor(180, TimeUnit.SECONDS)) {
      npm.destroy();
      return false;
    }
    if (npm.exitValue() != 0) {
      return false;
    }
    Files.writeString(FOLDER.resolve("installed"), "");
    return true;
  }
}
