package dev.skybridge.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The Action or Resource element of a statement, made ready to be compared. */
sealed interface NameMatch {
  Names names();

  boolean matches(Facts facts);

  /** Action or NotAction: without regard to case. */
  record Actions(Names names, List<Glob> globs) implements NameMatch {
    static Actions of(Names names) {
      return new Actions(
          names,
          names.patterns().stream().map(each -> Glob.of(each.toLowerCase(Locale.ROOT))).toList());
    }

    @Override
    public boolean matches(Facts facts) {
      for (int i = 0; i < globs.size(); i++) {
        if (globs.get(i).matches(facts.action())) {
          return !names.negated();
        }
      }
      return names.negated();
    }

    /**
     * The services, in lower case, to whose actions alone it applies; empty if it can apply to any.
     */
    Optional<List<String>> services() {
      List<String> services = new ArrayList<>();
      for (Glob glob : globs) {
        int colon = glob.text().indexOf(':');
        if (names.negated() || colon < 0) {
          return Optional.empty();
        }
        services.add(glob.text().substring(0, colon));
      }
      return Optional.of(services.stream().distinct().toList());
    }
  }

  /** Resource or NotResource. */
  record Resources(Names names, List<ResourcePattern> fixed, List<Template> templates)
      implements NameMatch {
    static Resources of(Names names, boolean variables) {
      List<ResourcePattern> fixed = new ArrayList<>();
      List<Template> templates = new ArrayList<>();
      for (String pattern : names.patterns()) {
        if (variables && pattern.contains("${")) {
          templates.add(Template.of(pattern));
        } else {
          fixed.add(ResourcePattern.of(Glob.of(pattern)));
        }
      }
      return new Resources(names, fixed, templates);
    }

    @Override
    public boolean matches(Facts facts) {
      String resource = facts.request().resource();
      for (int i = 0; i < fixed.size(); i++) {
        if (fixed.get(i).matches(resource, facts.scratch())) {
          return !names.negated();
        }
      }
      for (int i = 0; i < templates.size(); i++) {
        Optional<Glob> glob = templates.get(i).expand(facts);
        if (glob.isPresent() && ResourcePattern.of(glob.get()).matches(resource, facts.scratch())) {
          return !names.negated();
        }
      }
      return names.negated();
    }
  }
}
