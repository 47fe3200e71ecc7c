package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.RefusedRequest;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Calls a handler on a virtual thread per request, and makes an answer of whatever it does. */
final class Handling {
  private static final System.Logger LOGGER = System.getLogger(Handling.class.getName());

  private static final HttpResponse FAILURE =
      HttpResponse.of(500, "Internal Server Error", Headers.of("Connection", "close"), "");

  private final HttpHandler handler;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory());

  Handling(HttpHandler handler) {
    this.handler = requireNonNull(handler);
  }

  /** Takes an answer; empty if there is to be none. Called on the handler's thread. */
  interface Answer {
    void accept(Optional<HttpResponse> response);
  }

  /** Starts to handle {@code request}. */
  void handle(HttpRequest request, Answer answer) {
    run(() -> handler.handle(request), answer);
  }

  /** Starts to answer what is no request. */
  void refuse(RefusedRequest refused, Answer answer) {
    run(() -> handler.refused(refused), answer);
  }

  /** Interrupts what is being handled, and handles nothing any more. */
  void close() {
    threads.shutdownNow();
  }

  private void run(Call call, Answer answer) {
    try {
      threads.execute(() -> answer.accept(response(call)));
    } catch (RejectedExecutionException closed) {
      answer.accept(Optional.empty());
    }
  }

  private static Optional<HttpResponse> response(Call call) {
    try {
      return Optional.of(call.response());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (RuntimeException | Error defect) {
      LOGGER.log(Level.ERROR, "a handler failed", defect);
      return Optional.of(FAILURE);
    }
  }

  private interface Call {
    HttpResponse response() throws InterruptedException;
  }
}
