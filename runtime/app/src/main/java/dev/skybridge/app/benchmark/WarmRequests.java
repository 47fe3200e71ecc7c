package dev.skybridge.app.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;

/** The same request again and again over kept connections. */
record WarmRequests(int socksPort, SSLContext trust, String host, String path) {
  /**
   * Milliseconds of each request; {@code warmUp} more per connection are sent first and not
   * counted.
   */
  Figures run(int connections, int warmUp, int requests) throws InterruptedException, IOException {
    List<Callable<List<Double>>> loads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      loads.add(() -> load(warmUp, requests));
    }
    List<Double> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      for (Future<List<Double>> load : threads.invokeAll(loads)) {
        all.addAll(load.get());
      }
    } catch (ExecutionException e) {
      throw new IOException("a warm request failed", e);
    }
    return new Figures(all);
  }

  private List<Double> load(int warmUp, int requests) throws IOException {
    List<Double> millis = new ArrayList<>();
    try (Connection connection = new Connection(socksPort, host, trust)) {
      for (int i = 0; i < warmUp + requests; i++) {
        long start = System.nanoTime();
        int status = connection.send("GET", path, "");
        if (status != 200) {
          throw new IOException("GET " + path + ": " + status + " (expected: 200)");
        }
        if (i >= warmUp) {
          millis.add((System.nanoTime() - start) / 1e6);
        }
      }
    }
    return millis;
  }
}
