package dev.skybridge.services.kms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.api.Facts;
import dev.skybridge.services.api.Requester;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who uses a key and for what.
 *
 * @param requester on whose behalf
 * @param scope where the call is made: keys and aliases without ARN are looked up there
 * @param context condition keys besides the requester's, e.g. {@code kms:ViaService} where a
 *     service calls on the caller's behalf
 * @param encryptionContext what the ciphertext is bound to; must be the same at decryption
 */
public record Use(
    Requester requester, Scope scope, Context context, Map<String, String> encryptionContext) {
  public Use {
    requireNonNull(requester);
    requireNonNull(scope);
    requireNonNull(context);
    encryptionContext = Map.copyOf(encryptionContext);
  }

  /** A use by somebody whose call did not come over an API. */
  public Use(
      Principal.Identity caller,
      Scope scope,
      Context context,
      Map<String, String> encryptionContext) {
    this(Requester.of(caller), scope, context, encryptionContext);
  }

  Principal.Identity caller() {
    return requester.identity();
  }

  /** The condition keys with those that KMS itself adds. */
  Context facts() {
    Context.Builder facts = Facts.both(requester.facts(), context).toBuilder();
    facts.put("kms:CallerAccount", caller().account().value());
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
