package dev.skybridge.provider;

import dev.skybridge.provider.cty.ObjectValue;
import java.util.List;
import java.util.Optional;

/**
 * A Terraform resource type: the only place that knows its attribute names, and the way from them
 * to one service and back.
 *
 * <p>The framework does the rest: schema, defaults, planning, tags, the inventory. Values that it
 * hands over have every attribute of the schema (null where not set); a state handed back may leave
 * attributes out, which makes them null.
 *
 * <p>All methods of all types are called one at a time: a change never meets another change. {@code
 * rules}, {@code validate} and {@code plan} may be called at the same time as anything and change
 * nothing.
 *
 * <p>Failures: throw {@code AwsException} for what AWS refuses. Whatever is thrown becomes an error
 * of this resource instance in Terraform.
 */
public interface ResourceType {
  /** Terraform's name, for example {@code aws_vpc}. */
  String name();

  /** What is particular to this type's arguments. */
  Rules rules();

  /** Further checks of a configuration, which may hold unknown values. */
  default void validate(ObjectValue configuration, Diagnostics diagnostics) {}

  /**
   * Adjusts a plan after the rules have been applied.
   *
   * @param prior the state before; empty for a creation (also one that replaces)
   * @param planned what the rules made of configuration and prior state
   * @return the planned state; make a computed attribute unknown with {@code Value.unknown()}
   */
  default ObjectValue plan(Context context, Optional<ObjectValue> prior, ObjectValue planned) {
    return planned;
  }

  /**
   * Further arguments, beside those of the rules, whose change from {@code prior} to {@code
   * planned} replaces the instance.
   */
  default List<String> replacedBy(ObjectValue prior, ObjectValue planned) {
    return List.of();
  }

  /**
   * Decides everything about a new instance: checks what AWS checks, and returns the complete
   * state. Must not change a service.
   *
   * @param planned the plan, with unknown values where this method decides
   * @return the state: {@code planned} with every unknown value decided
   */
  ObjectValue create(Context context, ObjectValue planned);

  /** As {@link #create}, for a change in place. Most types have nothing to check or decide here. */
  default ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    return planned;
  }

  /**
   * Brings the state up to date with what the service knows, for attributes that other resources
   * change. Empty when the instance is gone. Most types have nothing to do here.
   */
  default Optional<ObjectValue> read(Context context, ObjectValue state) {
    return Optional.of(state);
  }

  /**
   * Hands the instance to its service, as records. Called after create and update, and for each
   * instance of the inventory when the runtime starts; must not decide anything.
   *
   * @param remembered what {@link Context#remember} was told at creation or update
   */
  void apply(Context context, ObjectValue state, PrivateData remembered);

  /** Removes the instance from its service; throws {@code AwsException} when it is in use. */
  void remove(Context context, ObjectValue state);

  /** The id by which {@code terraform import} and the inventory know the instance. */
  default String id(ObjectValue state) {
    return state.text("id");
  }
}
