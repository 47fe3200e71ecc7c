package dev.skybridge.app.access;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.services.apigateway.ServedMethod;
import dev.skybridge.services.dynamodb.Table;
import dev.skybridge.services.kms.Alias;
import dev.skybridge.services.kms.Key;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything there is to reach: methods of APIs, tables, indexes, secrets, keys, functions. */
final class Goals {
  private static final int HTTPS = 443;
  private static final List<String> OF_TABLES =
      List.of("GetItem", "Query", "Scan", "PutItem", "UpdateItem", "DeleteItem");
  private static final List<String> OF_INDEXES = List.of("Query", "Scan");
  private static final List<String> OF_KEYS = List.of("Decrypt", "Encrypt", "GenerateDataKey");

  private final World world;

  Goals(World world) {
    this.world = world;
  }

  List<Goal> all() {
    List<Goal> all = new ArrayList<>();
    world.gateway().methods().forEach(method -> all.add(url(method)));
    world.dynamoDb().tables().forEach(table -> all.addAll(uses(table)));
    world.secrets().secrets().forEach(secret -> all.add(new Goal.SecretValue(secret)));
    world.kms().keys().forEach(key -> all.addAll(uses(key)));
    world.lambda().functions().forEach(function -> all.add(new Goal.Invocation(function)));
    return List.copyOf(all);
  }

  /** A method's URL; a method for any verb is asked with GET. */
  static Goal.Url url(ServedMethod served) {
    URI uri = URI.create(served.url());
    String verb = served.method().equals("ANY") ? "GET" : served.method();
    String base = served.url().substring(0, served.url().length() - filled(served).length());
    return new Goal.Url(
        verb, base + served.path(), uri.getHost(), HTTPS, uri.getRawPath(), served.signed());
  }

  private static String filled(ServedMethod served) {
    return served.path().replaceAll("\\{[^}]*}", "x");
  }

  /** The operations on a table and on its indexes. */
  static List<Goal> uses(Table table) {
    List<Goal> uses = new ArrayList<>();
    Region region = table.scope().region();
    OF_TABLES.forEach(operation -> uses.add(use(operation, table.arn(), region)));
    Stream.concat(table.global().stream(), table.local().stream())
        .map(index -> Arn.parse(table.arn() + "/index/" + index.name()))
        .forEach(index -> OF_INDEXES.forEach(operation -> uses.add(use(operation, index, region))));
    return uses;
  }

  /** The operations with a key that read and write; named by its first alias. */
  List<Goal> uses(Key key) {
    String name =
        world.kms().aliases(key.scope(), key.id()).stream()
            .map(Alias::name)
            .sorted()
            .findFirst()
            .orElse("key/" + key.id());
    return OF_KEYS.stream()
        .<Goal>map(operation ->
            new Goal.KeyUse("kms:" + operation, key.scope().account() + " " + name, key))
        .toList();
  }

  private static Goal use(String operation, Arn arn, Region region) {
    return new Goal.TableUse("dynamodb:" + operation, arn, region);
  }
}
