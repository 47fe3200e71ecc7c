package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.app.data.DataFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered with 201 is there after whatever happens to the runtime. */
class RestartTest {
  @TempDir private Path temporary;

  @Test
  void ordersSurviveDownAndUp() throws Exception {
    try (TestingRuntime runtime = TestingRuntime.fromSnapshot()) {
      String tea = Orders.id(runtime.client().send(Orders.tea()));
      List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
      assertThat(before).isNotEmpty();

      runtime.stop();
      assertThat(before).noneMatch(ProcessHandle::isAlive);
      assertThat(Listening.ofInterfaces()).isEmpty();

      runtime.restart();
      Request lookUp = Request.get(Orders.BEVERAGE + "/" + tea);
      assertThat(runtime.client().send(lookUp).status()).isEqualTo(200);
      String second = Orders.id(runtime.client().send(Orders.tea()));
      assertThat(Orders.listed(runtime.client(), Orders.BEVERAGE)).containsExactly(second, tea);
    }
  }

  @Test
  void ordersSurviveAKill() throws Exception {
    Path data = temporary.resolve("data");
    String tea;
    List<ProcessHandle> children;
    try (Program killed = Program.up(temporary.resolve("first.log"), data)) {
      tea = Orders.id(Program.client(data).send(Orders.tea()));
      children = killed.children();
      assertThat(children).isNotEmpty();
      killed.process().destroyForcibly().onExit().join();
    }

    try (Program second = Program.up(temporary.resolve("second.log"), data)) {
      Answer found = Program.client(data).send(Request.get(Orders.BEVERAGE + "/" + tea));
      assertThat(found.status()).isEqualTo(200);
      Await.until("no child of the first is left", () -> noneIsAlive(children));

      List<ProcessHandle> own = second.children();
      second.process().destroy();
      assertThat(second.await()).isEqualTo(143);
      Await.until("no child of the second is left", () -> noneIsAlive(own));
    }
    DataFolder.at(data).delete();
  }

  private static boolean noneIsAlive(List<ProcessHandle> processes) {
    return processes.stream().noneMatch(ProcessHandle::isAlive);
  }
}
