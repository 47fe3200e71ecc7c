package dev.skybridge.app.access;

import dev.skybridge.app.UserError;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.NearName;
import dev.skybridge.services.apigateway.ServedMethod;
import dev.skybridge.services.dynamodb.Table;
import dev.skybridge.services.iam.Role;
import dev.skybridge.services.kms.Key;
import dev.skybridge.services.secretsmanager.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds actors and goals as people name them on the command line. */
public final class Selection {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final World world;
  private final Map<String, AccountId> deployments;

  /**
   * @param deployments the account of each deployment: its name stands for the number
   */
  public Selection(World world, Map<String, AccountId> deployments) {
    this.world = world;
    this.deployments = Map.copyOf(deployments);
  }

  /**
   * An actor: {@code client}, a network interface's id, a role's ARN or name, {@code
   * ACCOUNT/FUNCTION}, an account.
   *
   * @throws UserError when nobody, or more than one, is named so
   */
  public Actor actor(String text) {
    List<Actor> all = new Actors(world).all();
    String wanted = withNumber(text);
    List<Actor> found = all.stream().filter(actor -> isNamed(actor, wanted)).toList();
    if (found.size() == 1 || (!found.isEmpty() && text.equals("client"))) {
      return found.getFirst();
    }
    if (found.isEmpty()) {
      throw new UserError(
          "--from " + text + ": nobody is named so" + NearName.hint(text, names(all)),
          "Use client, eni-ID, a role's ARN or name, ACCOUNT/FUNCTION or an account; all of them: ./skybridge check --matrix");
    }
    List<String> names = found.stream().map(Actor::name).toList();
    throw new UserError(
        "--from " + text + ": there are several", "Use one of: " + String.join(", ", names) + ".");
  }

  private static boolean isNamed(Actor actor, String text) {
    return switch (actor.kind()) {
          case INSTANCE -> text.equals("client");
          case FUNCTION ->
              actor.function().stream()
                  .anyMatch(one -> one.name().equals(text) || one.arn().toString().equals(text));
          case ROLE -> actor.name().endsWith("/" + text);
          case ACCOUNT -> actor.account().value().equals(text);
          case LOAD_BALANCER, VPC_ENDPOINT -> false;
        }
        || actor.name().equals(text)
        || actor.card().filter(card -> card.id().equals(text)).isPresent();
  }

  /** A deployment's name in front of a slash, or alone, as its account's number. */
  private String withNumber(String text) {
    int slash = text.indexOf('/');
    String head = slash < 0 ? text : text.substring(0, slash);
    AccountId account = deployments.get(head);
    return account == null ? text : account + (slash < 0 ? "" : text.substring(slash));
  }

  private static List<String> names(List<Actor> actors) {
    List<String> names = new ArrayList<>(actors.stream().map(Actor::name).toList());
    names.add("client");
    actors.stream().flatMap(one -> one.card().stream()).forEach(card -> names.add(card.id()));
    actors.stream().flatMap(one -> one.function().stream()).forEach(one -> names.add(one.name()));
    return names;
  }

  /**
   * A role by its ARN or name.
   *
   * @throws UserError when there is no such role, or several
   */
  public Role role(String text) {
    List<Role> roles = world.iam().roles();
    List<Role> found =
        roles.stream().filter(one -> one.arn().equals(text) || one.name().equals(text)).toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    List<String> names =
        roles.stream().flatMap(one -> Stream.of(one.name(), one.arn())).distinct().toList();
    String choice =
        (found.isEmpty() ? roles : found)
            .stream().map(Role::arn).sorted().collect(Collectors.joining("\n    "));
    throw new UserError(
        found.isEmpty()
            ? "role " + text + ": there is none" + NearName.hint(text, names)
            : "role " + text + ": there are several",
        "Name one of:\n    " + choice);
  }

  /**
   * Goals: a URL, or the ARN of a method, a table, an index, a secret, a key, its alias or a
   * function.
   *
   * @param action the HTTP method, or the operation on a table or key; all of them if it is missing
   * @throws UserError when there is no such thing
   */
  public List<Goal> goals(String text, Optional<String> action) {
    if (text.startsWith("https://") || text.startsWith("http://")) {
      return List.of(url(text, action.orElse("GET")));
    }
    if (!Arn.isArn(text)) {
      throw unknown(text);
    }
    Arn arn = Arn.parse(text);
    List<Goal> found =
        switch (arn.service()) {
          case "execute-api" -> methods(text);
          case "dynamodb" -> tables(text);
          case "secretsmanager" -> secrets(text);
          case "kms" -> keys(text);
          case "lambda" -> functions(text);
          default -> List.of();
        };
    List<Goal> wanted =
        found.stream()
            .filter(goal -> action.stream().allMatch(one -> isAction(goal, one)))
            .toList();
    if (!found.isEmpty() && wanted.isEmpty()) {
      List<String> actions = found.stream().map(Goal::action).toList();
      throw new UserError(
          "--method " + action.orElse("") + ": not known for " + text,
          "Use one of: " + String.join(", ", actions) + ".");
    }
    if (wanted.isEmpty()) {
      throw unknown(text);
    }
    return wanted;
  }

  private static boolean isAction(Goal goal, String text) {
    return goal.action().equalsIgnoreCase(text)
        || goal.action().toLowerCase(Locale.ROOT).endsWith(":" + text.toLowerCase(Locale.ROOT));
  }

  private Goal url(String text, String method) {
    try {
      URI uri = new URI(text);
      String host = Optional.ofNullable(uri.getHost()).orElse("");
      if (host.isEmpty()) {
        throw unknown(text);
      }
      int usual = "http".equals(uri.getScheme()) ? HTTP : HTTPS;
      String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return new Goal.Url(
          method.toUpperCase(Locale.ROOT),
          text,
          host,
          uri.getPort() < 0 ? usual : uri.getPort(),
          path + query,
          true);
    } catch (URISyntaxException e) {
      throw unknown(text);
    }
  }

  private List<Goal> methods(String arn) {
    return world.gateway().methods().stream()
        .filter(method -> (arn(method) + "/").startsWith(arn + "/"))
        .<Goal>map(Goals::url)
        .toList();
  }

  private static String arn(ServedMethod method) {
    return method.api().executionArn()
        + "/"
        + method.stage()
        + "/"
        + method.method()
        + method.path();
  }

  private List<Goal> tables(String arn) {
    return world.dynamoDb().tables().stream()
        .map(Table::arn)
        .filter(table -> arn.equals(table.toString()) || arn.startsWith(table + "/index/"))
        .flatMap(table -> world.dynamoDb().find(table).stream())
        .flatMap(table -> Goals.uses(table).stream())
        .filter(goal -> goal instanceof Goal.TableUse use && use.arn().toString().equals(arn))
        .toList();
  }

  private List<Goal> secrets(String arn) {
    return world.secrets().secrets().stream()
        .filter(secret -> secret.arn().equals(arn) || secret.arn().startsWith(arn + "-"))
        .<Goal>map(Goal.SecretValue::new)
        .toList();
  }

  /** Keys by their ARN or by an alias's. */
  private List<Goal> keys(String arn) {
    Goals goals = new Goals(world);
    return world.kms().keys().stream()
        .filter(key -> key.arn().equals(arn) || aliases(key).contains(arn))
        .flatMap(key -> goals.uses(key).stream())
        .toList();
  }

  private List<String> aliases(Key key) {
    return world.kms().aliases(key.scope(), key.id()).stream()
        .map(alias -> key.scope().arn("kms", alias.name()).toString())
        .toList();
  }

  private List<Goal> functions(String arn) {
    return world.lambda().functions().stream()
        .filter(function -> function.arn().toString().equals(arn))
        .<Goal>map(Goal.Invocation::new)
        .toList();
  }

  private UserError unknown(String text) {
    return new UserError(
        "--to " + text + ": there is no such thing" + NearName.hint(text, names()),
        "Give a URL (https://HOST/PATH), or the ARN of a method, a table, an index, a secret, a key or a"
            + " function; all of them: ./skybridge check --matrix --json");
  }

  /** Everything that a goal can be named by. */
  private List<String> names() {
    Stream<String> methods =
        world.gateway().methods().stream().flatMap(one -> Stream.of(one.url(), arn(one)));
    Stream<String> tables = world.dynamoDb().tables().stream().map(one -> one.arn().toString());
    Stream<String> secrets = world.secrets().secrets().stream().map(Secret::arn);
    Stream<String> keys =
        world.kms().keys().stream()
            .flatMap(key -> Stream.concat(Stream.of(key.arn()), aliases(key).stream()));
    Stream<String> functions =
        world.lambda().functions().stream().map(function -> function.arn().toString());
    return Stream.of(methods, tables, secrets, keys, functions).flatMap(each -> each).toList();
  }
}
