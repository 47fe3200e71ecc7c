package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.Installation;
import dev.skybridge.app.UserError;
import dev.skybridge.app.data.TableStore;
import dev.skybridge.app.deployment.Deployment;
import dev.skybridge.app.tables.RefusedException;
import dev.skybridge.app.tables.ServedTables;
import dev.skybridge.app.tables.StoredTables;
import dev.skybridge.app.tables.TableName;
import dev.skybridge.app.tables.TableText;
import dev.skybridge.app.tables.Tables;
import dev.skybridge.app.tables.Transfer;
import dev.skybridge.policy.NearName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Shows a DynamoDB table as a table, exports or imports its items.")
final class DataCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ACCOUNT",
      description = "12 digits, or a deployment. Without it: the tables of all accounts.")
  private String account = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TABLE",
      description = "The table's name. Without it: the account's tables.")
  private String table = "";

  @Option(names = "--limit", description = "Items shown, 1 or more (default: 100).")
  private long limit = 100;

  @Option(names = "--json", description = "Print all items, in DynamoDB's JSON.")
  private boolean json;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Write all items to a file, a line each.")
  private @Nullable Path exportFile;

  @Option(
      names = "--import",
      paramLabel = "FILE",
      description = "Put the items of a file that --export wrote.")
  private @Nullable Path importFile;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Output.of(spec);
    try (Tables tables = open()) {
      if (table.isEmpty()) {
        list(account.isEmpty() ? tables.all() : of(tables.all()), out);
        return 0;
      }
      TableName name = find(tables.all());
      Transfer transfer = new Transfer(tables, name);
      if (importFile != null) {
        out.println("Put " + transfer.importFrom(importFile) + " items into " + table + ".");
      }
      if (exportFile != null) {
        out.println("Wrote " + transfer.exportTo(exportFile) + " items to " + exportFile + ".");
      } else if (importFile == null) {
        show(tables, name, transfer, out);
      }
      return 0;
    } catch (RefusedException e) {
      throw new UserError(
          "table " + table + ": " + e.getMessage(), "See what keeps it: ./skybridge status", e);
    }
  }

  /** Through the runtime where one runs, else from the files it left. */
  private Tables open() {
    if (place.control().isRunning()) {
      return new ServedTables(place.control());
    }
    if (!place.data().exists()
        || !(TableStore.remembered(place.data()) instanceof TableStore.Embedded)) {
      return new ServedTables(place.control());
    }
    place.data().open();
    return new StoredTables(
        place.data().path("dynamodb"),
        new Installation(place.home()).cache(place.data()).resolve("sqlite"),
        place.deployments().all());
  }

  private void list(List<TableName> names, PrintWriter out) {
    if (importFile != null || exportFile != null) {
      throw new UserError(
          "data: no table is named",
          "For example: ./skybridge data food food-orders --export FILE");
    }
    if (json) {
      ObjectMapper mapper = new ObjectMapper();
      out.println(
          Output.pretty(mapper.createObjectNode().set("tables", mapper.valueToTree(names))));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("ACCOUNT", "REGION", "TABLE"));
    names.forEach(name -> rows.add(List.of(name.account(), name.region(), name.name())));
    Output.table(rows).forEach(out::println);
  }

  /** The tables of the account. */
  private List<TableName> of(List<TableName> all) {
    Optional<Deployment> deployment =
        place.deployments().all().stream().filter(each -> each.name().equals(account)).findFirst();
    String number = deployment.map(Deployment::account).orElse(account);
    List<TableName> own = all.stream().filter(each -> each.account().equals(number)).toList();
    if (own.isEmpty()) {
      throw unknown("account " + account + ": has no tables", account, accounts(all));
    }
    return own;
  }

  private TableName find(List<TableName> all) {
    List<TableName> own = of(all);
    return own.stream()
        .filter(each -> each.name().equals(table))
        .findFirst()
        .orElseThrow(() ->
            unknown(
                "table " + table + ": account " + account + " has none of that name",
                table,
                own.stream().map(TableName::name).toList()));
  }

  private List<String> accounts(List<TableName> all) {
    List<String> names = new ArrayList<>();
    for (Deployment each : place.deployments().all()) {
      if (all.stream().anyMatch(one -> one.account().equals(each.account()))) {
        names.add(each.name());
      }
    }
    all.stream().map(TableName::account).distinct().forEach(names::add);
    return names;
  }

  private static UserError unknown(String problem, String typed, List<String> known) {
    return new UserError(
        problem,
        NearName.find(typed, known)
            .map(near -> "Did you mean " + near + "? ")
            .orElse("")
            .concat(
                known.isEmpty()
                    ? "Nothing is applied: ./skybridge up"
                    : "There is: " + String.join(", ", known) + "."));
  }

  private void show(Tables tables, TableName name, Transfer transfer, PrintWriter out) {
    ObjectMapper mapper = new ObjectMapper();
    if (json) {
      ArrayNode items = mapper.createArrayNode();
      transfer.scan(Long.MAX_VALUE, items::add);
      ObjectNode document = mapper.createObjectNode();
      document
          .put("account", name.account())
          .put("region", name.region())
          .put("table", name.name());
      document.set("items", items);
      out.println(Output.pretty(document));
      return;
    }
    if (limit < 1) {
      throw new UserError(
          "--limit: " + limit + " (expected: 1 or more)", "Name a number of items.");
    }
    List<JsonNode> items = new ArrayList<>();
    boolean more = transfer.scan(limit, items::add);
    JsonNode description =
        tables.call(name, "DescribeTable", mapper.createObjectNode().put("TableName", name.name()));
    Output.table(TableText.rows(description, items)).forEach(out::println);
    out.println(items.size() + " items" + (more ? "; there are more: --limit N" : "") + ".");
  }
}
