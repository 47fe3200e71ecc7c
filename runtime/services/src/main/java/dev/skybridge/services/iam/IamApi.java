package dev.skybridge.services.iam;

import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.ApiService;
import dev.skybridge.services.api.QueryProtocol;
import java.util.ArrayList;
import java.util.List;

/**
 * The API of IAM: what reads roles, policies, instance profiles and the administrator, and what
 * simulates policies. IAM is the same in all Regions.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html">Actions of
 *     IAM</a>
 */
public final class IamApi {
  private IamApi() {}

  /**
   * What is served of IAM.
   *
   * @param keys the administrators' access keys; their secrets are never told
   */
  public static ApiService service(Iam iam, AccessKeys keys) {
    List<ApiOperation> operations = new ArrayList<>();
    operations.addAll(new RoleReads(iam).operations());
    operations.addAll(new PolicyReads(iam).operations());
    operations.addAll(new ProfileReads(iam).operations());
    operations.addAll(new UserReads(keys).operations());
    operations.addAll(new AccountReads(iam, keys).operations());
    operations.addAll(new SimulationApi(iam, keys).operations());
    return new ApiService(
        "iam",
        new QueryProtocol("2010-05-08", "https://iam.amazonaws.com/doc/2010-05-08/"),
        operations);
  }
}
