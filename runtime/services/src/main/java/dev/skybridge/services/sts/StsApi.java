package dev.skybridge.services.sts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.ApiService;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.QueryProtocol;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The API of STS.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html">Actions of
 *     STS</a>
 */
public final class StsApi {
  /** Policies and tags of a session together may fill this; the plain text has the same limit. */
  private static final int PACKED = 2048;

  private final Sts sts;
  private final SessionPolicies policies;

  private StsApi(Sts sts, ManagedPolicies managed) {
    this.sts = requireNonNull(sts);
    this.policies = new SessionPolicies(managed);
  }

  public static ApiService service(Sts sts, ManagedPolicies managed) {
    StsApi api = new StsApi(sts, managed);
    return new ApiService(
        "sts",
        new QueryProtocol("2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/"),
        List.of(
            ApiOperation.named("AssumeRole", api::assumeRole),
            ApiOperation.named("GetCallerIdentity", api::callerIdentity),
            ApiOperation.named("GetSessionToken", api::sessionToken)));
  }

  private ApiAnswer callerIdentity(ApiCall call) {
    return ApiAnswer.of(
        Output.Structure.builder()
            .put("UserId", call.requester().caller().userId())
            .put("Account", call.scope().account().value())
            .put("Arn", call.requester().identity().arn())
            .build());
  }

  private ApiAnswer assumeRole(ApiCall call) {
    Input input = call.input();
    input.refuse("SerialNumber", "TokenCode", "SourceIdentity", "ProvidedContexts");
    Session session =
        sts.assumeRole(
            call.requester(),
            new Assumption(
                input.text("RoleArn"),
                input.text("RoleSessionName"),
                Duration.ofSeconds(input.whole("DurationSeconds", 900, 43_200, 3600)),
                input.find("ExternalId"),
                dev.skybridge.policy.Context.empty(),
                policies.of(input),
                tags(input)));
    return ApiAnswer.of(
        Output.Structure.builder()
            .put(
                "AssumedRoleUser",
                Output.Structure.builder()
                    .put("AssumedRoleId", session.assumedRoleId())
                    .put("Arn", session.identity().arn()))
            .put("Credentials", credentials(session))
            .put("PackedPolicySize", packedSize(input))
            .build());
  }

  private ApiAnswer sessionToken(ApiCall call) {
    call.input().refuse("SerialNumber", "TokenCode");
    long seconds = call.input().whole("DurationSeconds", 900, 129_600, 43_200);
    Session session = sts.sessionToken(call.requester(), Duration.ofSeconds(seconds));
    return ApiAnswer.of(
        Output.Structure.builder().put("Credentials", credentials(session)).build());
  }

  private static Output.Builder credentials(Session session) {
    return Output.Structure.builder()
        .put("AccessKeyId", session.accessKeyId())
        .put("SecretAccessKey", session.secretAccessKey())
        .put("SessionToken", session.sessionToken())
        .put("Expiration", session.expires());
  }

  private static SessionTags tags(Input input) {
    Set<String> transitive = new TreeSet<>(input.texts("TransitiveTagKeys"));
    return new SessionTags(input.tags("Tags"), transitive);
  }

  /** In percent. AWS packs before it measures; here the plain text is measured. */
  private static long packedSize(Input input) {
    int bytes = input.find("Policy").orElse("").getBytes(UTF_8).length;
    for (String key : input.tags("Tags").keySet()) {
      bytes += key.length();
    }
    return Math.min(100, (bytes * 100L + PACKED - 1) / PACKED);
  }
}
