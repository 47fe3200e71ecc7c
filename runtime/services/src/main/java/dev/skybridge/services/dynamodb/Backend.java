package dev.skybridge.services.dynamodb;

import dev.skybridge.policy.Scope;
import java.io.IOException;

/** What keeps items and speaks DynamoDB's API. It trusts its caller: all gates are in front. */
public interface Backend extends AutoCloseable {
  /**
   * An answer.
   *
   * @param body JSON
   */
  // Read once, never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Answer(int status, byte[] body) {}

  /** Gets ready in the background, if it is not; returns at once. */
  void start();

  /** Ends what {@link #start} began; a later start begins anew. */
  void stop();

  /**
   * Sends a request, waiting until the backend is ready.
   *
   * @param scope whose data
   * @param operation e.g. {@code PutItem}
   * @param body JSON
   * @throws IOException when there is no answer
   */
  Answer call(Scope scope, String operation, byte[] body) throws IOException, InterruptedException;

  @Override
  void close();
}
