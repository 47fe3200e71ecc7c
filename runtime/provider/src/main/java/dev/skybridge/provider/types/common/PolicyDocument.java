package dev.skybridge.provider.types.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.AwsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A policy document in the making: later statements replace earlier ones of the same Sid. */
final class PolicyDocument {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> FIELDS =
      List.of(
          "Sid",
          "Effect",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Principal",
          "NotPrincipal",
          "Condition");

  private final List<ObjectNode> statements = new ArrayList<>();
  private String version = "";
  private String id = "";

  /** The document that the arguments describe. */
  static PolicyDocument of(ObjectValue configuration) {
    var document = new PolicyDocument();
    document.version = configuration.text("version");
    document.id = configuration.optionalText("policy_id").orElse("");
    var sids = new HashSet<String>();
    for (var block : configuration.blocks("statement")) {
      var sid = block.nonEmptyText("sid");
      if (sid.isPresent() && !sids.add(sid.get())) {
        throw malformed(
            "duplicate Sid (%s). Remove the Sid or ensure the Sid is unique.".formatted(sid.get()));
      }
      document.statements.add(new PolicyStatement(block, document.version).json());
    }
    return document;
  }

  static PolicyDocument parse(String text) {
    try {
      var json = MAPPER.readTree(text);
      var document = new PolicyDocument();
      document.version = json.path("Version").asText("");
      document.id = json.path("Id").asText("");
      var all = json.path("Statement");
      if (all.isObject()) {
        document.statements.add(ordered(all));
      }
      if (all.isArray()) {
        all.forEach(one -> document.statements.add(ordered(one)));
      }
      return document;
    } catch (JsonProcessingException e) {
      throw malformed("merging policy documents: " + e.getOriginalMessage());
    }
  }

  /** Merges documents that must not repeat a Sid. */
  void mergeUnique(List<String> documents) {
    var sids = new HashSet<String>();
    for (var text : documents) {
      if (text.isEmpty()) {
        continue;
      }
      var document = parse(text);
      for (var statement : document.statements) {
        var sid = statement.path("Sid").asText("");
        if (!sid.isEmpty() && !sids.add(sid)) {
          throw malformed(
              "duplicate Sid (%s) in source_policy_documents (item %d; statement %d). Remove the Sid or ensure Sids are unique."
                  .formatted(sid, documents.indexOf(text), document.statements.indexOf(statement)));
        }
      }
      merge(document);
    }
  }

  void merge(PolicyDocument newer) {
    id = newer.id.isEmpty() ? id : newer.id;
    version = newer.version.compareTo(version) > 0 ? newer.version : version;
    for (var statement : newer.statements) {
      var sid = statement.path("Sid").asText("");
      int same = -1;
      for (int i = 0; i < statements.size() && !sid.isEmpty(); i++) {
        same = statements.get(i).path("Sid").asText("").equals(sid) ? i : same;
      }
      if (same < 0) {
        statements.add(statement);
      } else {
        statements.set(same, statement);
      }
    }
  }

  ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    if (!version.isEmpty()) {
      json.put("Version", version);
    }
    if (!id.isEmpty()) {
      json.put("Id", id);
    }
    if (!statements.isEmpty()) {
      json.putArray("Statement").addAll(statements);
    }
    return json;
  }

  private static ObjectNode ordered(JsonNode statement) {
    var ordered = JsonNodeFactory.instance.objectNode();
    for (var field : FIELDS) {
      if (statement.has(field)) {
        ordered.set(field, statement.get(field));
      }
    }
    return ordered;
  }

  static AwsException malformed(String message) {
    return new AwsException("MalformedPolicyDocument", 400, message);
  }
}
