package dev.skybridge.services.kms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Scope;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who uses a key and for what.
 *
 * @param caller on whose behalf
 * @param scope where the call is made: keys and aliases without ARN are looked up there
 * @param context the request's condition keys, e.g. {@code kms:ViaService} where a service calls on
 *     the caller's behalf
 * @param encryptionContext what the ciphertext is bound to; must be the same at decryption
 */
public record Use(
    Principal caller, Scope scope, Context context, Map<String, String> encryptionContext) {
  public Use {
    requireNonNull(caller);
    requireNonNull(scope);
    requireNonNull(context);
    encryptionContext = Map.copyOf(encryptionContext);
  }

  /** The condition keys with those that KMS itself adds. */
  Context facts() {
    Context.Builder facts = context.toBuilder();
    if (caller instanceof Principal.Identity identity) {
      facts.put("kms:CallerAccount", identity.account().value());
    }
    encryptionContext.forEach((name, value) -> facts.put("kms:EncryptionContext:" + name, value));
    if (!encryptionContext.isEmpty()) {
      facts.put("kms:EncryptionContextKeys", encryptionContext.keySet().stream().sorted().toList());
    }
    return facts.build();
  }

  /** The encryption context as the bytes that the ciphertext is bound to. */
  byte[] boundBytes() {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(encryptionContext)
        .forEach((name, value) ->
            text.append(name.length())
                .append(':')
                .append(name)
                .append(value.length())
                .append(':')
                .append(value));
    return text.toString().getBytes(UTF_8);
  }
}
