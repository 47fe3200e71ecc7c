package dev.skybridge.services.sts;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.services.Organization;
import dev.skybridge.services.api.Facts;
import dev.skybridge.services.signature.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Makes the credentials of a session, and the condition keys that are bound to them. */
final class SessionMaker {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final Organization organization;
  private final RandomGenerator random;

  SessionMaker(Organization organization, RandomGenerator random) {
    this.organization = organization;
    this.random = random;
  }

  /** A user's own temporary credentials. */
  Session ofUser(Caller user, Instant expires, Instant now) {
    return new Session(
        "ASIA" + letters(16),
        base64(30),
        base64(270),
        expires,
        user.identity(),
        user.bound().toBuilder().put("aws:TokenIssueTime", text(now)).build(),
        user.userId(),
        List.of(),
        SessionTags.NONE);
  }

  Session ofRole(TrustedRole role, Assumption asked, Instant now) {
    String assumedRoleId = role.id() + ":" + asked.sessionName();
    return new Session(
        "ASIA" + letters(16),
        base64(30),
        base64(270),
        now.plus(asked.duration()),
        identity(role, asked.sessionName()),
        bound(role, asked, assumedRoleId, now),
        assumedRoleId,
        asked.policies(),
        asked.tags());
  }

  private static Principal.Identity identity(TrustedRole role, String sessionName) {
    Arn arn =
        new Arn(
            Arn.parse(role.arn()).partition(),
            "sts",
            "",
            role.account().value(),
            "assumed-role/" + role.name() + "/" + sessionName);
    return Principal.Identity.session(arn.toString(), role.arn(), role.account());
  }

  private Context bound(TrustedRole role, Assumption asked, String assumedRoleId, Instant now) {
    Context.Builder bound =
        Facts.both(asked.bound(), organization.facts()).toBuilder()
            .put("aws:userid", assumedRoleId)
            .put("aws:TokenIssueTime", text(now));
    Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    tags.putAll(role.tags());
    tags.putAll(asked.tags().tags());
    tags.forEach((key, value) -> bound.put("aws:PrincipalTag/" + key, value));
    return bound.build();
  }

  private static String text(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private String letters(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private String base64(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
