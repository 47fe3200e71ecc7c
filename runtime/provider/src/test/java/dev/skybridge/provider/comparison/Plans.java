package dev.skybridge.provider.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.provider.testing.Terraform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What one provider plans for all cases: by case, each path with its value as text. */
record Plans(Terraform terraform, List<Case> cases) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ROOT =
      """
      terraform {
        required_providers {
          aws = { source = "hashicorp/aws", version = "5.100.0" }
        }
      }
      provider "aws" {
        region                      = "eu-central-1"
        access_key                  = "none"
        secret_key                  = "none"
        skip_credentials_validation = true
        skip_requesting_account_id  = true
        skip_metadata_api_check     = true
        skip_region_validation      = true
        default_tags { tags = { Compared = "yes" } }
      }
      """;

  Map<String, Map<String, String>> created() {
    return planned("created", Case::creation, Optional.empty());
  }

  Map<String, Map<String, String>> changed(String state) {
    return planned("changed", Case::change, Optional.of(state));
  }

  /** The state that an apply of all cases to be changed gives. */
  String applied() {
    var here =
        write("applied", one -> one.change().isPresent() ? one.creation() : Optional.empty());
    run(here, "apply", "-auto-approve");
    try {
      var state = (ObjectNode) MAPPER.readTree(here.folder().resolve("terraform.tfstate").toFile());
      state.path("resources").forEach(one -> one.path("instances").forEach(Plans::forgetPrivate));
      return state.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Private data are each provider's own. */
  private static void forgetPrivate(JsonNode instance) {
    ((ObjectNode) instance).remove("private");
  }

  private Map<String, Map<String, String>> planned(
      String name, Function<Case, Optional<String>> text, Optional<String> state) {
    var here = write(name, text);
    state.ifPresent(json -> here.file("terraform.tfstate", json));
    run(here, "plan", "-refresh=false", "-out=plan");
    var plan = json(run(here, "show", "-json", "plan"));
    var found = new TreeMap<String, Map<String, String>>();
    for (var change : plan.path("resource_changes")) {
      var flat = at(found, change.path("address").asText());
      var address = local(change);
      flat.put(address + " actions", change.path("change").path("actions").toString());
      Flat.value(address + ".", change.path("change").path("after"), flat);
      Flat.unknown(address + ".", change.path("change").path("after_unknown"), flat);
      change
          .path("change")
          .path("replace_paths")
          .forEach(path -> flat.put(address + " replaced by " + path, "yes"));
    }
    var read = plan.path("prior_state").path("values").path("root_module");
    read.path("child_modules")
        .forEach(module ->
            module
                .path("resources")
                .forEach(one -> {
                  if (one.path("mode").asText().equals("data")) {
                    Flat.value(
                        local(one) + ".",
                        one.path("values"),
                        at(found, one.path("address").asText()));
                  }
                }));
    return found;
  }

  /** The errors of all invalid cases. */
  Map<String, Map<String, String>> refused() {
    var found = new TreeMap<String, Map<String, String>>();
    if (cases.stream().allMatch(one -> one.invalid().isEmpty())) {
      return found;
    }
    var here = write("refused", Case::invalid);
    var report = json(here.run("validate", "-json").output());
    for (var diagnostic : report.path("diagnostics")) {
      var file = Path.of(diagnostic.path("range").path("filename").asText("?"));
      if (diagnostic.path("severity").asText().equals("error")) {
        found
            .computeIfAbsent(file.getName(0).toString(), _ -> new TreeMap<>())
            .merge(
                diagnostic.path("summary").asText(),
                "%s (line %s)"
                    .formatted(
                        diagnostic.path("detail").asText(),
                        diagnostic.path("range").path("start").path("line")),
                Plans::both);
      }
    }
    return found;
  }

  /** Errors of one summary come in any order, so they are sorted. */
  private static String both(String one, String other) {
    var all = new TreeSet<>(List.of(one.split("; also ", -1)));
    all.add(other);
    return String.join("; also ", all);
  }

  /** Each case becomes a module, so that no names meet. */
  private Terraform write(String name, Function<Case, Optional<String>> text) {
    var here = terraform.below(name);
    var root = new StringBuilder(ROOT);
    for (var one : cases) {
      text.apply(one)
          .ifPresent(hcl -> {
            var folder = RealProvider.folder(here.folder(), one.module());
            RealProvider.write(folder.resolve("main.tf"), hcl);
            root.append(
                "module \"%s\" {\n  source = \"./%s\"\n}\n".formatted(one.module(), one.module()));
          });
    }
    here.file("main.tf", root.toString());
    run(here, "init", "-no-color");
    return here;
  }

  private static String run(Terraform here, String... arguments) {
    var outcome = here.run(arguments);
    assertThat(outcome.status())
        .as("terraform %s%n%s", String.join(" ", arguments), outcome.output())
        .isZero();
    return outcome.output();
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> at(Map<String, Map<String, String>> found, String address) {
    var module = address.replaceFirst("^module\\.", "").replaceFirst("\\..*", "");
    return found.computeIfAbsent(module, _ -> new TreeMap<>());
  }

  private static String local(JsonNode resource) {
    return resource.path("address").asText().replaceFirst("^module\\.[^.]+\\.", "");
  }
}
