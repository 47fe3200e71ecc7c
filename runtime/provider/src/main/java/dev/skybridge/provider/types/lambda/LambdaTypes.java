package dev.skybridge.provider.types.lambda;

import dev.skybridge.provider.ResourceType;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.lambda.LambdaService;
import java.util.List;

/** The types of Lambda. */
public final class LambdaTypes {
  private LambdaTypes() {}

  /** The resource types. */
  public static List<ResourceType> resources(
      LambdaService lambda, Ec2 ec2, FunctionPackages packages, RoleRights rights) {
    return List.of(
        new FunctionType(lambda, new FunctionInterfaces(ec2, rights), packages, rights),
        new PermissionType(lambda));
  }
}
