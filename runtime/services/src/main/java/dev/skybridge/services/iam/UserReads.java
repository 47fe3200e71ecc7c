package dev.skybridge.services.iam;

import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import java.util.List;
import java.util.Optional;

/** The operations that read users. Each account has one: its administrator. */
final class UserReads {
  private final AccessKeys keys;

  UserReads(AccessKeys keys) {
    this.keys = keys;
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.named("GetUser", this::user),
        ApiOperation.named("ListUsers", this::users),
        ApiOperation.named("ListAccessKeys", this::accessKeys),
        ApiOperation.named("ListUserPolicies", this::policyNames),
        ApiOperation.named("ListAttachedUserPolicies", this::attachedPolicies));
  }

  private ApiAnswer user(ApiCall call) {
    AccessKeys.AccessKey user = allowed(call, "iam:GetUser");
    return ApiAnswer.of(Output.Structure.builder().put("User", described(user)).build());
  }

  private ApiAnswer users(ApiCall call) {
    String prefix = call.input().find("PathPrefix").orElse("/");
    call.authorize("iam:ListUsers", call.scope().globalArn("iam", "user" + prefix).toString());
    List<AccessKeys.AccessKey> users =
        keys.of(call.scope().account()).stream().filter(user -> prefix.equals("/")).toList();
    return Listing.of(
        call, "Users", users, user -> Administrator.NAME, user -> described(user).build());
  }

  private ApiAnswer accessKeys(ApiCall call) {
    AccessKeys.AccessKey user = allowed(call, "iam:ListAccessKeys");
    return Listing.of(
        call,
        "AccessKeyMetadata",
        List.of(user),
        AccessKeys.AccessKey::id,
        key ->
            Output.Structure.builder()
                .put("UserName", Administrator.NAME)
                .put("AccessKeyId", key.id())
                .put("Status", "Active")
                .put("CreateDate", key.created())
                .build());
  }

  private ApiAnswer policyNames(ApiCall call) {
    allowed(call, "iam:ListUserPolicies");
    return Listing.of(call, "PolicyNames", List.<String>of(), name -> name, Output.Text::new);
  }

  private ApiAnswer attachedPolicies(ApiCall call) {
    allowed(call, "iam:ListAttachedUserPolicies");
    return Listing.of(
        call,
        "AttachedPolicies",
        List.of(administratorAccess(call)),
        arn -> arn,
        arn -> Shapes.attached("AdministratorAccess", arn));
  }

  static String administratorAccess(ApiCall call) {
    return "arn:" + call.scope().region().partition() + ":iam::aws:policy/AdministratorAccess";
  }

  /** The user that a call names; without a name the caller. */
  private AccessKeys.AccessKey allowed(ApiCall call, String action) {
    String name = call.input().find("UserName").orElseGet(() -> ownName(call));
    call.authorize(action, call.scope().globalArn("iam", "user/" + name).toString());
    return Optional.of(name)
        .filter(Administrator.NAME::equalsIgnoreCase)
        .flatMap(same -> keys.of(call.scope().account()))
        .orElseThrow(() -> Shapes.noSuchEntity("The user with name " + name + " cannot be found."));
  }

  private static String ownName(ApiCall call) {
    String arn = call.requester().identity().arn();
    if (!arn.contains(":user/")) {
      throw new AwsException(
          "ValidationError", 400, "Must specify userName when calling with non-User credentials");
    }
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  static Output.Builder described(AccessKeys.AccessKey user) {
    return Output.Structure.builder()
        .put("Path", "/")
        .put("UserName", Administrator.NAME)
        .put("UserId", Administrator.id(user.scope()))
        .put("Arn", Administrator.of(user.scope()).arn())
        .put("CreateDate", user.created());
  }
}
