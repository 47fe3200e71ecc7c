package dev.skybridge.app.wiring;

import dev.skybridge.app.UserError;
import dev.skybridge.app.data.TableStore;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.dynamodb.Backend;
import dev.skybridge.services.dynamodb.EndpointBackend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** What stands behind DynamoDB's front. */
final class Backends {
  private static final Scope PROBE =
      new Scope(new AccountId("000000000000"), new Region("eu-central-1"));

  private Backends() {}

  /**
   * Opens a store.
   *
   * @param embedded opens the engine within this program
   * @throws UserError when nobody answers at an endpoint, or not as DynamoDB
   */
  static Backend open(TableStore store, Supplier<Backend> embedded) {
    return switch (store) {
      case TableStore.Embedded _ -> embedded.get();
      case TableStore.Endpoint endpoint -> checked(endpoint, new EndpointBackend(endpoint.uri()));
    };
  }

  private static Backend checked(TableStore.Endpoint endpoint, EndpointBackend backend) {
    try {
      Backend.Answer answer =
          backend.call(PROBE, "ListTables", "{}".getBytes(StandardCharsets.UTF_8));
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      if (answer.status() == 200 && body.contains("\"TableNames\"")) {
        return backend;
      }
      backend.close();
      throw new UserError(
          "--dynamodb " + endpoint + ": does not answer as DynamoDB does: " + answer.status(),
          "Name an endpoint that serves DynamoDB's API, or go back with --dynamodb embedded.");
    } catch (IOException e) {
      backend.close();
      throw new UserError(
          "--dynamodb " + endpoint + ": no answer (" + e + ")",
          "Start what should answer there, name another URL, or go back with --dynamodb embedded.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      backend.close();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
