package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.RefusedRequest;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.signature.Caller;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * API Gateway of all accounts and Regions. Memory only.
 *
 * <p>Thread-safe; the instance's monitor guards what is published.
 */
public final class ApiGateway {
  private final Catalog catalog = new Catalog();
  private final Checks checks = new Checks(catalog);
  private final EndpointNames names;
  private final Front front;
  private final Front judge;
  private final TestInvocations tests;

  /** The APIs whose names are published. */
  private final Set<String> named = new HashSet<>();

  /**
   * @param callers tells who signed a request, and what they may do
   * @param functions Lambda
   * @param names gets the names that APIs have at interface endpoints
   * @param traces gets the trace of each request that comes without one
   */
  public ApiGateway(
      Callers callers, Functions functions, EndpointNames names, TraceLog traces, Clock clock) {
    this.names = requireNonNull(names);
    front = new Front(catalog, callers, functions, traces, clock, Front.Purpose.SERVING);
    judge = new Front(catalog, callers, functions, traces, clock, Front.Purpose.JUDGING);
    tests = new TestInvocations(functions, clock);
  }

  /** Makes the names at interface endpoints equal to the records. */
  public synchronized void reconcile() {
    Set<String> now = new HashSet<>();
    for (RestApi api : catalog.apis()) {
      names.publish(api.executionArn(), api.endpointNames());
      now.add(api.executionArn());
    }
    named.removeAll(now);
    named.forEach(gone -> names.publish(gone, Map.of()));
    named.clear();
    named.addAll(now);
  }

  /** Serves a request that came over an interface endpoint. */
  public HttpResponse handle(Arrival arrival, HttpRequest request) throws InterruptedException {
    return front.handle(requireNonNull(arrival), requireNonNull(request));
  }

  /**
   * Asks all gates of a request, as for one that is served, up to Lambda's permission; no function
   * is invoked, and its body and parameters are not validated, for they are not known.
   *
   * @param request its peer has the trace that gets the steps
   */
  public void judge(Arrival arrival, HttpRequest request) throws InterruptedException {
    judge.handle(requireNonNull(arrival), requireNonNull(request));
  }

  /**
   * As {@link #judge(Arrival, HttpRequest)}, for a request that somebody signs.
   *
   * @param signer whose good signature it would have
   */
  public void judge(Arrival arrival, HttpRequest request, Caller signer)
      throws InterruptedException {
    judge.signedBy(signer).handle(requireNonNull(arrival), requireNonNull(request));
  }

  /** Every method that a stage serves, in order of account, API, stage, path and name. */
  public List<ServedMethod> methods() {
    return ServedMethod.of(catalog);
  }

  /** Answers what came over an interface endpoint and is no request. */
  public HttpResponse refused(RefusedRequest refused) {
    return front.refused(refused);
  }

  /** All records. */
  Catalog catalog() {
    return catalog;
  }

  /** What the API's TestInvokeMethod asks. */
  TestInvocations tests() {
    return tests;
  }

  /** The checks that AWS makes when its API is called. */
  public Checks checks() {
    return checks;
  }

  public void put(RestApi api) {
    catalog.put(api);
  }

  /**
   * Gives an API the policy that it has from now on, whatever its own record says; what is deployed
   * keeps the one that it was deployed with.
   */
  public void putPolicy(Scope scope, String apiId, AttachedPolicy policy) {
    catalog.putPolicy(scope.region(), apiId, policy);
  }

  public void put(Deployment deployment) {
    catalog.put(deployment);
  }

  public void put(Stage stage) {
    catalog.put(stage);
  }

  public void put(DomainName domain) {
    catalog.put(domain);
  }

  public void put(BasePathMapping mapping) {
    catalog.put(mapping);
  }

  public void removeApi(Scope scope, String id) {
    catalog.removeApi(scope.region(), id);
  }

  /** The API has its own record's policy again, or none. */
  public void removePolicy(Scope scope, String apiId) {
    catalog.removePolicy(scope.region(), apiId);
  }

  public void removeDeployment(Scope scope, String apiId, String id) {
    catalog.removeDeployment(scope.region(), apiId, id);
  }

  public void removeStage(Scope scope, String apiId, String name) {
    catalog.removeStage(scope.region(), apiId, name);
  }

  public void removeDomain(Scope scope, String name) {
    catalog.removeDomain(scope.region(), name);
  }

  public void removeMapping(Scope scope, String domain, String basePath) {
    catalog.removeMapping(scope.region(), domain, basePath);
  }

  public Optional<RestApi> api(Region region, String id) {
    return catalog.api(region, id);
  }

  public Optional<Deployment> deployment(Region region, String apiId, String id) {
    return catalog.deployment(region, apiId, id);
  }

  public Optional<Stage> stage(Region region, String apiId, String name) {
    return catalog.stage(region, apiId, name);
  }
}
