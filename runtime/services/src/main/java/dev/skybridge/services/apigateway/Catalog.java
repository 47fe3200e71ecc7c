package dev.skybridge.services.apigateway;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Region;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All records. Ids of APIs and names of domains are unique in a Region over all accounts. */
final class Catalog {
  private final Map<String, RestApi> apis = new ConcurrentHashMap<>();
  private final Map<String, AttachedPolicy> policies = new ConcurrentHashMap<>();
  private final Map<String, Deployment> deployments = new ConcurrentHashMap<>();
  private final Map<String, Stage> stages = new ConcurrentHashMap<>();
  private final Map<String, DomainName> domains = new ConcurrentHashMap<>();
  private final Map<String, BasePathMapping> mappings = new ConcurrentHashMap<>();

  private static String key(Region region, String... parts) {
    return region.name() + "/" + String.join("/", parts);
  }

  void put(RestApi api) {
    apis.put(key(api.scope().region(), api.id()), api);
  }

  void removeApi(Region region, String id) {
    apis.remove(key(region, id));
  }

  /** The API with the policy that it has now. */
  Optional<RestApi> api(Region region, String id) {
    String key = key(region, id);
    return Optional.ofNullable(apis.get(key))
        .map(api -> Optional.ofNullable(policies.get(key)).map(api::withPolicy).orElse(api));
  }

  void putPolicy(Region region, String apiId, AttachedPolicy policy) {
    policies.put(key(region, apiId), policy);
  }

  void removePolicy(Region region, String apiId) {
    policies.remove(key(region, apiId));
  }

  Collection<RestApi> apis() {
    return apis.values();
  }

  void put(Deployment deployment) {
    RestApi api = deployment.api();
    deployments.put(key(api.scope().region(), api.id(), deployment.id()), deployment);
  }

  void removeDeployment(Region region, String apiId, String id) {
    deployments.remove(key(region, apiId, id));
  }

  Optional<Deployment> deployment(Region region, String apiId, String id) {
    return Optional.ofNullable(deployments.get(key(region, apiId, id)));
  }

  Collection<Deployment> deployments() {
    return deployments.values();
  }

  Collection<DomainName> domains() {
    return domains.values();
  }

  void put(Stage stage) {
    stages.put(key(stage.scope().region(), stage.restApiId(), stage.name()), stage);
  }

  void removeStage(Region region, String apiId, String name) {
    stages.remove(key(region, apiId, name));
  }

  Optional<Stage> stage(Region region, String apiId, String name) {
    return Optional.ofNullable(stages.get(key(region, apiId, name)));
  }

  Collection<Stage> stages() {
    return stages.values();
  }

  void put(DomainName domain) {
    domains.put(key(domain.scope().region(), domain.name()), domain);
  }

  void removeDomain(Region region, String name) {
    domains.remove(key(region, name));
  }

  Optional<DomainName> domain(Region region, String name) {
    return Optional.ofNullable(domains.get(key(region, name)));
  }

  void put(BasePathMapping mapping) {
    mappings.put(key(mapping.scope().region(), mapping.domainName(), mapping.basePath()), mapping);
  }

  void removeMapping(Region region, String domain, String basePath) {
    mappings.remove(key(region, domain, basePath));
  }

  Optional<BasePathMapping> mapping(Region region, String domain, String basePath) {
    return Optional.ofNullable(mappings.get(key(region, domain, basePath)));
  }

  Collection<BasePathMapping> mappings() {
    return mappings.values();
  }
}
