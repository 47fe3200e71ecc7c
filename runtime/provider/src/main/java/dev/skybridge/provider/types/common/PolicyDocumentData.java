package dev.skybridge.provider.types.common;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import java.util.List;
import java.util.zip.CRC32;

/**
 * {@code data aws_iam_policy_document}: a policy's JSON, letter for letter as the real provider.
 */
final class PolicyDocumentData implements DataSourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours(
              "id",
              "policy_id",
              "version",
              "source_json",
              "override_json",
              "source_policy_documents",
              "override_policy_documents",
              "statement.**")
          .defaults("version", "2012-10-17")
          .oneOf("version", "2008-10-17", "2012-10-17")
          .check("statement.effect", Check.oneOf("Allow", "Deny"))
          .build();

  @Override
  public String name() {
    return "aws_iam_policy_document";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue read(Context context, ObjectValue configuration) {
    var merged = new PolicyDocument();
    configuration
        .nonEmptyText("source_json")
        .ifPresent(json -> merged.merge(PolicyDocument.parse(json)));
    merged.mergeUnique(configuration.texts("source_policy_documents"));
    merged.merge(PolicyDocument.of(configuration));
    configuration.texts("override_policy_documents").stream()
        .filter(json -> !json.isEmpty())
        .forEach(json -> merged.merge(PolicyDocument.parse(json)));
    configuration
        .nonEmptyText("override_json")
        .ifPresent(json -> merged.merge(PolicyDocument.parse(json)));
    ObjectNode json = merged.json();
    var indented = GoJson.indented(json);
    return shown(configuration)
        .with("json", indented)
        .with("minified_json", GoJson.compact(json))
        .with("id", Long.toString(checksum(indented)));
  }

  /** The state shows defaults, and empty values where a statement leaves something out. */
  private static ObjectValue shown(ObjectValue configuration) {
    var blocks = configuration.blocks("statement");
    return blocks.isEmpty()
        ? configuration.with("statement", Value.ofNull())
        : configuration.withBlocks(
            "statement", blocks.stream().map(PolicyDocumentData::shownStatement).toList());
  }

  private static ObjectValue shownStatement(ObjectValue statement) {
    var shown = statement.orElse("effect", "Allow").orElse("sid", "");
    for (var name : List.of("actions", "not_actions", "resources", "not_resources")) {
      shown = shown.orElse(name, SetValue.EMPTY);
    }
    return shown;
  }

  private static long checksum(String text) {
    var checksum = new CRC32();
    checksum.update(text.getBytes(UTF_8));
    return checksum.getValue();
  }
}
