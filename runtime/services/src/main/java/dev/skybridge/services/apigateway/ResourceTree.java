package dev.skybridge.services.apigateway;

import dev.skybridge.services.AwsException;
import dev.skybridge.services.apigateway.openapi.Method;
import dev.skybridge.services.apigateway.openapi.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An API's resources as API Gateway keeps them: those of the document, and those between them and
 * the root.
 */
final class ResourceTree {
  private final RestApi api;
  private final SortedMap<String, Optional<Resource>> byPath = new TreeMap<>();

  ResourceTree(RestApi api) {
    this.api = api;
    byPath.put("/", Optional.empty());
    for (Resource resource : api.document().resources()) {
      String path = resource.path().toString();
      for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
        byPath.putIfAbsent(path.substring(0, slash), Optional.empty());
      }
      byPath.put(path, Optional.of(resource));
    }
  }

  /**
   * A resource.
   *
   * @param resource what the document says of it; empty where it has no methods
   */
  record Node(RestApi api, String path, Optional<Resource> resource) {
    String id() {
      return api.resourceId(path);
    }

    Optional<String> parentId() {
      return path.equals("/")
          ? Optional.empty()
          : Optional.of(api.resourceId(path.substring(0, Math.max(1, path.lastIndexOf('/')))));
    }

    Optional<String> pathPart() {
      return path.equals("/")
          ? Optional.empty()
          : Optional.of(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Its methods in order of their names. */
    SortedMap<String, Method> methods() {
      return new TreeMap<>(resource.map(Resource::methods).orElse(Map.of()));
    }
  }

  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    byPath.forEach((path, resource) -> nodes.add(new Node(api, path, resource)));
    return nodes;
  }

  /**
   * The resource of an id.
   *
   * @throws AwsException NotFoundException
   */
  Node node(String id) {
    return nodes().stream()
        .filter(node -> node.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new AwsException("NotFoundException", 404, "Invalid Resource identifier specified"));
  }
}
