package dev.skybridge.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a policy document from JSON, strictly. */
final class PolicyReader {
  private static final List<String> ELEMENTS = List.of("Version", "Id", "Statement");
  private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");

  private final Dialect dialect;

  PolicyReader(Dialect dialect) {
    this.dialect = dialect;
  }

  Policy read(String json) {
    int size = dialect.size().of(json);
    if (size > dialect.size().limit()) {
      throw new MalformedPolicyException(
          MalformedPolicyException.Fault.TOO_LARGE,
          "The policy has "
              + size
              + " characters"
              + (dialect.size().blanks() ? "" : ", blanks apart")
              + " (expected: at most "
              + dialect.size().limit()
              + ")",
          new Position(1, 1));
    }
    Fields fields = Fields.of(JsonReader.read(json), "the policy", ELEMENTS);
    Optional<String> version = fields.find("Version").map(this::version);
    checkVersion(fields, version);
    Optional<String> id = fields.find("Id").map(value -> Fields.text(value, "Id"));
    Json list = fields.require("Statement");
    List<Json> items = list instanceof Json.Items several ? several.items() : List.of(list);
    if (items.isEmpty()) {
      throw new MalformedPolicyException(
          "Syntax errors in policy: Statement is an empty list", list.position());
    }
    boolean variables = version.filter("2012-10-17"::equals).isPresent();
    List<Statement> statements = new ArrayList<>();
    Set<String> sids = new HashSet<>();
    for (Json item : items) {
      Statement statement =
          new StatementReader(dialect, variables).read(item, statements.size() + 1);
      statement
          .sid()
          .filter(sid -> !sid.isEmpty() && !sids.add(sid))
          .ifPresent(sid -> {
            throw new MalformedPolicyException(
                "Statement IDs (SID) in a single policy must be unique: " + sid, item.position());
          });
      statements.add(statement);
    }
    return new Policy(version, id, statements, Optional.of(json));
  }

  /** The organization's policies must say that they are of the current version. */
  private void checkVersion(Fields fields, Optional<String> version) {
    boolean organization =
        dialect.kind() == Dialect.Kind.SERVICE_CONTROL
            || dialect.kind() == Dialect.Kind.RESOURCE_CONTROL;
    if (organization && version.filter("2012-10-17"::equals).isEmpty()) {
      throw new MalformedPolicyException(
          "The policy's Version is "
              + version.orElse("missing")
              + " (expected: \"Version\": \"2012-10-17\")",
          fields.find("Version").map(Json::position).orElse(fields.position()));
    }
  }

  private String version(Json value) {
    String version = Fields.text(value, "Version");
    if (!VERSIONS.contains(version)) {
      throw new MalformedPolicyException(
          "Version " + version + " is not known (expected: 2012-10-17 or 2008-10-17)",
          value.position());
    }
    return version;
  }
}
