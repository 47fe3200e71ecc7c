package dev.skybridge.provider;

import dev.skybridge.provider.cty.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is particular to a type's arguments and stands in no schema.
 *
 * <p>Paths are dotted names without positions: {@code cidr_block}, {@code route.cidr_block}.
 *
 * @param defaults values of arguments that the configuration leaves out
 * @param forceNew arguments whose change replaces the instance
 * @param json arguments whose change counts only when the JSON means something else
 * @param honoured arguments with an effect here (or that are only words); {@code block.**} = all
 *     below
 * @param honouredAs arguments without effect here, but with values that ask for none
 * @param refused arguments that are an error when set, with the reason
 * @param checks what a known value must be
 * @param relations which arguments need or exclude each other
 * @param computedBlocks nested blocks that AWS fills in when the configuration has none
 * @param recomputes arguments whose change makes computed attributes unknown
 * @param secrets attributes that are not written to the inventory
 * @param tagged whether {@code tags} and {@code tags_all} work as everywhere
 * @param style which of the two plugin libraries the real provider's type is made with
 */
public record Rules(
    Map<String, Value> defaults,
    Set<String> forceNew,
    Set<String> json,
    Set<String> honoured,
    Map<String, List<Value>> honouredAs,
    Map<String, String> refused,
    Map<String, List<Check>> checks,
    List<Relation> relations,
    Set<String> computedBlocks,
    Map<String, Set<String>> recomputes,
    Set<String> secrets,
    boolean tagged,
    Style style) {

  public Rules {
    defaults = Map.copyOf(defaults);
    forceNew = Set.copyOf(forceNew);
    json = Set.copyOf(json);
    honoured = Set.copyOf(honoured);
    honouredAs = Map.copyOf(honouredAs);
    refused = Map.copyOf(refused);
    checks = Map.copyOf(checks);
    relations = List.copyOf(relations);
    computedBlocks = Set.copyOf(computedBlocks);
    recomputes = Map.copyOf(recomputes);
    secrets = Set.copyOf(secrets);
  }

  /** No rules yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Which plugin library the real type is made with: they plan computed attributes differently. */
  public sealed interface Style {
    /** SDK v2: at an update every computed attribute keeps its value. */
    record Sdk() implements Style {}

    /** Plugin Framework: at an update only {@code keeps} do; the others become unknown. */
    record Framework(Set<String> keeps) implements Style {
      public Framework {
        keeps = Set.copyOf(keeps);
      }
    }
  }

  /** Collects rules. */
  public static final class Builder {
    private final Map<String, Value> defaults = new HashMap<>();
    private final Set<String> forceNew = new HashSet<>();
    private final Set<String> json = new HashSet<>();
    private final Set<String> honoured = new HashSet<>();
    private final Map<String, List<Value>> honouredAs = new HashMap<>();
    private final Map<String, String> refused = new HashMap<>();
    private final Map<String, List<Check>> checks = new HashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private final Set<String> computedBlocks = new HashSet<>();
    private final Map<String, Set<String>> recomputes = new HashMap<>();
    private final Set<String> secrets = new HashSet<>();
    private boolean tagged;
    private Style style = new Style.Sdk();

    private Builder() {}

    /**
     * Arguments that have an effect here, or are only words. A nested block needs no entry, its
     * arguments do ({@code route.cidr_block}); {@code route.**} stands for all of them. Every other
     * argument that is set gives a warning.
     */
    public Builder honours(String... paths) {
      honoured.addAll(List.of(paths));
      return this;
    }

    /** An argument without effect here, and the values of it that ask for none: no warning then. */
    public Builder honoursOnly(String path, Value... values) {
      honouredAs.put(path, List.of(values));
      return this;
    }

    /** An argument that cannot be served: an error that gives {@code reason}. */
    public Builder refuses(String path, String reason) {
      refused.put(path, reason);
      return this;
    }

    /** The provider's default. */
    public Builder defaults(String path, Value value) {
      defaults.put(path, value);
      return this;
    }

    /** The provider's default, a string. */
    public Builder defaults(String path, String text) {
      return defaults(path, Value.of(text));
    }

    /** The provider's default, a boolean. */
    public Builder defaults(String path, boolean value) {
      return defaults(path, Value.of(value));
    }

    /** The provider's default, a whole number. */
    public Builder defaults(String path, long number) {
      return defaults(path, Value.of(number));
    }

    /** Arguments (or nested blocks) whose change replaces the instance. */
    public Builder forceNew(String... paths) {
      forceNew.addAll(List.of(paths));
      return this;
    }

    /** Arguments that hold JSON: an equivalent text is no change. */
    public Builder json(String... paths) {
      json.addAll(List.of(paths));
      for (var path : paths) {
        check(path, Check.json());
      }
      return this;
    }

    /** What a known value of an argument must be. */
    public Builder check(String path, Check check) {
      checks.computeIfAbsent(path, _ -> new ArrayList<>()).add(check);
      return this;
    }

    /** An argument that must be one of these texts, with the provider's message. */
    public Builder oneOf(String path, String... allowed) {
      return check(path, Check.oneOf(allowed));
    }

    /** {@code path} cannot be set together with any of {@code others}. */
    public Builder conflicts(String path, String... others) {
      relations.add(new Relation.Conflicts(path, List.of(others)));
      return this;
    }

    /** Exactly one of these must be set. */
    public Builder exactlyOneOf(String... paths) {
      relations.add(new Relation.ExactlyOneOf(List.of(paths)));
      return this;
    }

    /** At least one of these must be set. */
    public Builder atLeastOneOf(String... paths) {
      relations.add(new Relation.AtLeastOneOf(List.of(paths)));
      return this;
    }

    /** When {@code path} is set, so must {@code others} be. */
    public Builder requiresWith(String path, String... others) {
      relations.add(new Relation.RequiredWith(path, List.of(others)));
      return this;
    }

    /** Nested blocks that AWS fills in: unknown at creation, kept at update, when left out. */
    public Builder computedBlocks(String... paths) {
      computedBlocks.addAll(List.of(paths));
      return this;
    }

    /** A change of {@code argument} makes these computed attributes unknown. */
    public Builder recomputes(String argument, String... computed) {
      recomputes.computeIfAbsent(argument, _ -> new HashSet<>()).addAll(List.of(computed));
      return this;
    }

    /** Attributes that the inventory must not hold; {@code apply} at a start sees null. */
    public Builder secret(String... paths) {
      secrets.addAll(List.of(paths));
      return this;
    }

    /** The type has {@code tags} and {@code tags_all}, with the provider's default tags. */
    public Builder tags() {
      tagged = true;
      return honours("tags", "tags_all");
    }

    /**
     * The real type is made with the Plugin Framework, not with SDK v2: at an update its computed
     * attributes become unknown but for {@code keeps}.
     */
    public Builder framework(String... keeps) {
      style = new Style.Framework(Set.of(keeps));
      return this;
    }

    /** The rules. */
    public Rules build() {
      return new Rules(
          defaults,
          forceNew,
          json,
          honoured,
          honouredAs,
          refused,
          checks,
          relations,
          computedBlocks,
          recomputes,
          secrets,
          tagged,
          style);
    }
  }
}
