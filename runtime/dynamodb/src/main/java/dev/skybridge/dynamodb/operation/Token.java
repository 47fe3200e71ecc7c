package dev.skybridge.dynamodb.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.store.Transaction;
import dev.skybridge.dynamodb.table.Layout;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A transaction's idempotency token: kept with what the transaction wrote, for ten minutes.
 *
 * @param digest of the actions
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
record Token(String text, byte[] digest) {
  private static final int MOST_CHARACTERS = 36;

  static Optional<Token> of(Request request) {
    Optional<String> text = request.text("ClientRequestToken").filter(token -> !token.isEmpty());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().length() > MOST_CHARACTERS) {
      throw new ValidationException(
          "Value "
              + text.get()
              + " at 'clientRequestToken' failed to satisfy constraint: Member must have length"
              + " less than or equal to 36");
    }
    String actions = request.node("TransactItems").map(Object::toString).orElse("");
    return Optional.of(new Token(text.get(), digest(actions)));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Whether the same transaction happened already; else remembers that it happens now.
   *
   * @throws ApiException when another one did, with this token
   */
  boolean isRepeated(Transaction transaction, long now) {
    Optional<byte[]> known = transaction.get(Layout.token(text));
    if (known.isPresent()) {
      ByteBuffer bytes = ByteBuffer.wrap(known.get());
      long since = bytes.getLong();
      if (since + Layout.TOKEN_REMEMBERED.toMillis() > now) {
        byte[] before = new byte[bytes.remaining()];
        bytes.get(before);
        if (!Arrays.equals(before, digest)) {
          throw new ApiException(ErrorType.IDEMPOTENT_PARAMETER_MISMATCH, "");
        }
        return true;
      }
      transaction.delete(Layout.tokenAge(since, text));
    }
    transaction.put(
        Layout.token(text),
        ByteBuffer.allocate(Long.BYTES + digest.length).putLong(now).put(digest).array());
    transaction.put(Layout.tokenAge(now, text), new byte[0]);
    return false;
  }
}
