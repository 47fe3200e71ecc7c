package dev.skybridge.services.ec2;

import static java.util.Objects.requireNonNull;

import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.describe.Calls;
import dev.skybridge.services.ec2.Ec2Record.Vpc;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Describes one attribute of a VPC. */
final class DescribeVpcAttribute {
  private static final Set<String> PARAMETERS =
      Set.of("Action", "Version", "DryRun", "VpcId", "Attribute");

  private final Ec2 ec2;

  DescribeVpcAttribute(Ec2 ec2) {
    this.ec2 = requireNonNull(ec2);
  }

  ApiOperation operation() {
    return ApiOperation.named("DescribeVpcAttribute", this::answer);
  }

  private ApiAnswer answer(ApiCall call) {
    String vpcId = call.input().text("VpcId");
    call.authorize(
        "ec2:DescribeVpcAttribute", call.scope().arn("ec2", "vpc/" + vpcId), Optional.empty());
    Calls.check(call, PARAMETERS);
    DescribeVpcs.IDS.checkForm(List.of(vpcId));
    Vpc vpc = ec2.checks().vpc(call.scope(), vpcId);
    String attribute = call.input().text("Attribute");
    boolean value =
        switch (attribute) {
          case "enableDnsSupport" -> vpc.dnsSupport();
          case "enableDnsHostnames" -> vpc.dnsHostnames();
          default ->
              throw new AwsException(
                  "InvalidParameterValue",
                  400,
                  "Value ("
                      + attribute
                      + ") for parameter attribute is invalid (expected: enableDnsSupport or"
                      + " enableDnsHostnames)");
        };
    return ApiAnswer.of(
        Output.Structure.builder()
            .put("vpcId", vpcId)
            .put(attribute, Output.Structure.builder().put("value", value))
            .build());
  }
}
