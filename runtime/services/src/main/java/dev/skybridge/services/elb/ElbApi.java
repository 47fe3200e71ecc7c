package dev.skybridge.services.elb;

import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.ApiService;
import dev.skybridge.services.api.QueryProtocol;
import dev.skybridge.services.api.TagSource;
import java.util.List;

/**
 * The API of Elastic Load Balancing, version 2: what reads it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Operations.html">Actions
 *     of Elastic Load Balancing</a>
 */
public final class ElbApi {
  private ElbApi() {}

  /**
   * The operations that describe load balancers and what belongs to them.
   *
   * @param placement where they stand
   * @param tags their tags
   */
  public static ApiService service(Elb elb, Placement placement, TagSource tags) {
    LoadBalancerCalls balancers = new LoadBalancerCalls(elb, placement);
    TargetGroupCalls groups = new TargetGroupCalls(elb);
    ListenerCalls listeners = new ListenerCalls(elb);
    return new ApiService(
        "elasticloadbalancing",
        new QueryProtocol(
            "2015-12-01", "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"),
        List.of(
            ApiOperation.named("DescribeLoadBalancers", balancers::describe),
            ApiOperation.named("DescribeLoadBalancerAttributes", balancers::attributes),
            ApiOperation.named("DescribeTargetGroups", groups::describe),
            ApiOperation.named("DescribeTargetGroupAttributes", groups::attributes),
            ApiOperation.named("DescribeTargetHealth", groups::health),
            ApiOperation.named("DescribeListeners", listeners::describe),
            ApiOperation.named("DescribeListenerCertificates", listeners::certificates),
            ApiOperation.named("DescribeRules", listeners::rules),
            ApiOperation.named("DescribeSSLPolicies", SslPolicyCalls::describe),
            ApiOperation.named("DescribeTags", new TagCalls(elb, tags)::describe)));
  }
}
