package dev.skybridge.provider.types.ec2;

import dev.skybridge.network.Route;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Deletions;
import dev.skybridge.services.ec2.Ec2Record;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code aws_route_table}, with or without routes inside. */
final class RouteTableType implements ResourceType {
  private static final Rules RULES =
      Rules.builder().honours("vpc_id", "route", "timeouts.**").forceNew("vpc_id").tags().build();

  private final Ec2 ec2;

  RouteTableType(Ec2 ec2) {
    this.ec2 = ec2;
  }

  @Override
  public String name() {
    return "aws_route_table";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue plan(Context context, Optional<ObjectValue> prior, ObjectValue planned) {
    return InlineBlocks.filled(planned, "route", Map.of());
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    ec2.checks().vpc(context.scope(), planned.text("vpc_id"));
    routes(planned);
    String id = context.ids().ec2("rtb");
    return Owned.identified(context, planned, "route-table", id)
        .orElse("propagating_vgws", Value.textSet(List.of()))
        .orElse("route", new SetValue(List.of()));
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    routes(planned);
    return planned;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    ec2.put(
        new Ec2Record.RouteTable(
            context.scope(), state.text("id"), state.text("vpc_id"), routes(state)));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    new Ec2Deletions(ec2).routeTable(context.scope(), state.text("id"));
    ec2.remove(context.scope(), state.text("id"));
  }

  private static List<Route> routes(ObjectValue state) {
    return state.blocks("route").stream()
        .map(route ->
            Routes.route(
                route.nonEmptyText("cidr_block"),
                route.nonEmptyText("destination_prefix_list_id"),
                Routes.target(route)))
        .toList();
  }
}
