package dev.skybridge.services.apigateway.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code paths}: a resource for each, in the document's order. */
final class PathsReader {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch");
  private static final String ANY = "x-amazon-apigateway-any-method";

  private final OperationReader operations;

  /** The path variable that stands below each path, to find siblings that differ. */
  private final Map<String, String> variables = new HashMap<>();

  PathsReader(OperationReader operations) {
    this.operations = operations;
  }

  List<Resource> read(Cursor root) {
    List<Resource> resources = new ArrayList<>();
    Optional<Cursor> paths = root.get("paths");
    if (paths.isEmpty()) {
      root.error("'paths' is missing");
      return resources;
    }
    for (Map.Entry<String, Cursor> path : paths.get().fields().entrySet()) {
      if (path.getKey().startsWith("x-")) {
        continue;
      }
      template(path.getKey(), path.getValue())
          .ifPresent(template -> resources.add(resource(template, path.getValue())));
    }
    return resources;
  }

  private Optional<PathTemplate> template(String path, Cursor cursor) {
    Optional<PathTemplate> template = PathTemplate.parse(path);
    if (template.isEmpty()) {
      cursor.error(
          "Unable to create resource at path '"
              + path
              + "': Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable"
              + " and curly braces at the beginning and the end.");
      return template;
    }
    String parent = "";
    for (String segment : template.get().segments()) {
      if (segment.startsWith("{")) {
        String sibling = variables.putIfAbsent(parent, segment);
        if (sibling != null && !sibling.equals(segment)) {
          cursor.error(
              "Unable to create resource at path '"
                  + path
                  + "': A sibling ("
                  + sibling
                  + ") of this resource already has a variable path part -- only one unique"
                  + " variable path part is allowed");
        }
      }
      parent = parent + "/" + segment;
    }
    return template;
  }

  private Resource resource(PathTemplate template, Cursor item) {
    List<Parameter> shared = OperationReader.parameters(item);
    Map<String, Method> methods = new LinkedHashMap<>();
    for (Map.Entry<String, Cursor> field : item.fields().entrySet()) {
      if (METHODS.contains(field.getKey())) {
        String name = field.getKey().toUpperCase(Locale.ROOT);
        methods.put(name, operations.read(name, field.getValue(), shared));
      } else if (field.getKey().equals(ANY)) {
        methods.put(Resource.ANY, operations.read(Resource.ANY, field.getValue(), shared));
      } else if (!Set.of("parameters", "summary", "description").contains(field.getKey())) {
        field.getValue().warning("'" + field.getKey() + "' has no effect here");
      }
    }
    return new Resource(template, methods);
  }
}
