package dev.skybridge.services.ec2;

import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.ApiService;
import dev.skybridge.services.api.Ec2Protocol;
import dev.skybridge.services.api.TagSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The API of EC2: what reads the network.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Operations.html">Actions
 *     of EC2</a>
 */
public final class Ec2Api {
  private Ec2Api() {}

  /**
   * The operations that read the network.
   *
   * @param tags the tags of what is described
   * @param more operations of the same API that other services answer
   */
  public static ApiService service(Ec2 ec2, TagSource tags, List<ApiOperation> more) {
    List<ApiOperation> operations = new ArrayList<>(more);
    operations.add(DescribeVpcs.operation(ec2, tags));
    operations.add(new DescribeVpcAttribute(ec2).operation());
    operations.add(DescribeSubnets.operation(ec2, tags));
    operations.add(DescribeRouteTables.operation(ec2, tags));
    operations.add(DescribeInternetGateways.operation(ec2, tags));
    operations.add(DescribeSecurityGroups.operation(ec2, tags));
    operations.add(DescribeSecurityGroupRules.operation(ec2, tags));
    operations.add(DescribeNetworkAcls.operation(ec2, tags));
    operations.add(DescribeNetworkInterfaces.operation(ec2, tags));
    operations.add(DescribeInstances.operation(ec2, tags));
    operations.add(DescribeTags.operation(tags));
    operations.addAll(PrefixListOperations.all());
    operations.addAll(RegionOperations.all());
    return new ApiService("ec2", new Ec2Protocol("2016-11-15"), operations);
  }
}
