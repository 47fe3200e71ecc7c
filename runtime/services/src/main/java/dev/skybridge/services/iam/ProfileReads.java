package dev.skybridge.services.iam;

import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import java.util.List;

/** The operations that read instance profiles. */
final class ProfileReads {
  private final Iam iam;
  private final IamChecks checks;

  ProfileReads(Iam iam) {
    this.iam = iam;
    this.checks = new IamChecks(iam);
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.named("GetInstanceProfile", this::profile),
        ApiOperation.named("ListInstanceProfiles", this::profiles),
        ApiOperation.named("ListInstanceProfilesForRole", this::profilesForRole));
  }

  private ApiAnswer profile(ApiCall call) {
    String name = call.input().text("InstanceProfileName");
    String arn =
        iam.instanceProfile(call.scope().account(), name)
            .map(InstanceProfile::arn)
            .orElseGet(() -> call.scope().globalArn("iam", "instance-profile/" + name).toString());
    call.authorize("iam:GetInstanceProfile", arn);
    InstanceProfile profile =
        iam.instanceProfile(call.scope().account(), name)
            .orElseThrow(
                () -> Shapes.noSuchEntity("Instance Profile " + name + " cannot be found."));
    return ApiAnswer.of(
        Output.Structure.builder().put("InstanceProfile", described(iam, profile)).build());
  }

  private ApiAnswer profiles(ApiCall call) {
    String prefix = call.input().find("PathPrefix").orElse("/");
    call.authorize(
        "iam:ListInstanceProfiles",
        call.scope().globalArn("iam", "instance-profile" + prefix).toString());
    return listing(
        call,
        iam.instanceProfiles(call.scope().account()).stream()
            .filter(profile -> Shapes.path(profile.arn()).startsWith(prefix))
            .toList());
  }

  private ApiAnswer profilesForRole(ApiCall call) {
    String name = call.input().text("RoleName");
    String arn =
        iam.role(call.scope().account(), name)
            .map(Role::arn)
            .orElseGet(() -> call.scope().globalArn("iam", "role/" + name).toString());
    call.authorize("iam:ListInstanceProfilesForRole", arn);
    checks.roleExists(call.scope().account(), name);
    return listing(call, iam.profilesOf(call.scope().account(), name));
  }

  private ApiAnswer listing(ApiCall call, List<InstanceProfile> profiles) {
    return Listing.of(
        call,
        "InstanceProfiles",
        profiles,
        InstanceProfile::name,
        profile -> described(iam, profile));
  }

  static Output.Structure described(Iam iam, InstanceProfile profile) {
    Output.Builder builder =
        Output.Structure.builder()
            .put("Path", Shapes.path(profile.arn()))
            .put("InstanceProfileName", profile.name())
            .put("InstanceProfileId", profile.id())
            .put("Arn", profile.arn());
    Shapes.date(builder, "CreateDate", profile.created())
        .structures(
            "Roles",
            profile.role().flatMap(name -> iam.role(profile.account(), name)).stream()
                .map(role -> RoleReads.basics(role).build())
                .toList());
    return Shapes.tags(builder, profile.tags()).build();
  }
}
