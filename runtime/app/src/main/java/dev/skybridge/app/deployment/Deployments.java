package dev.skybridge.app.deployment;

import dev.skybridge.app.UserError;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.NearName;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The deployments of an infrastructure folder, found by their files: {@code consumer} first, then
 * one for each {@code microservices/accounts/NAME.tfvars}, by name. This is also the order of
 * apply.
 */
public final class Deployments {
  private static final String CONSUMER = "consumer";
  private static final Pattern ACCOUNT =
      Pattern.compile("(?m)^\\s*account_id\\s*=\\s*\"(\\d{12})\"");
  private static final Pattern REGION = Pattern.compile("(?m)^\\s*region\\s*=\\s*\"([a-z0-9-]+)\"");
  private static final Pattern DEFAULT_REGION =
      Pattern.compile("(?s)variable\\s+\"region\"\\s*\\{.*?\\bdefault\\s*=\\s*\"([a-z0-9-]+)\"");

  /** A name is a folder's too: no separator, and never the folder itself or the one above it. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final List<Deployment> all;

  private Deployments(List<Deployment> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Looks at the files.
   *
   * @throws UserError when the folder is no infrastructure of ours, a variables file names no
   *     account or its own name is no deployment's
   */
  public static Deployments in(Path infrastructure) {
    Path consumer = infrastructure.resolve("consumer");
    Path microservices = infrastructure.resolve("microservices");
    if (!Files.isDirectory(consumer) || !Files.isDirectory(microservices)) {
      throw new UserError(
          "infrastructure folder " + infrastructure + ": has no consumer/ and microservices/",
          "Run skybridge from its own checkout, or set SKYBRIDGE_HOME to it.");
    }
    List<Deployment> found = new ArrayList<>();
    found.add(read(CONSUMER, consumer, consumer.resolve("terraform.tfvars"), false));
    for (Path file : variableFiles(microservices.resolve("accounts"))) {
      String fileName = String.valueOf(file.getFileName());
      String name = fileName.substring(0, fileName.length() - ".tfvars".length());
      checkName(name, file);
      found.add(read(name, microservices, file, true));
    }
    return new Deployments(found);
  }

  public List<Deployment> all() {
    return all;
  }

  /** The accounts, each with its Region, in the order of apply; each account once. */
  public List<Scope> scopes() {
    Map<String, Scope> scopes = new LinkedHashMap<>();
    for (Deployment deployment : all) {
      scopes.putIfAbsent(
          deployment.account(),
          new Scope(new AccountId(deployment.account()), new Region(deployment.region())));
    }
    return List.copyOf(scopes.values());
  }

  /**
   * The account that a deployment of this name is applied to, or the account of this number.
   *
   * @throws UserError that lists the names when it is neither
   */
  public String account(String nameOrNumber) {
    if (nameOrNumber.matches("\\d{12}")) {
      return nameOrNumber;
    }
    if (nameOrNumber.matches("\\d+")) {
      List<String> numbers = scopes().stream().map(scope -> scope.account().value()).toList();
      throw new UserError(
          "account "
              + nameOrNumber
              + ": is not of 12 digits"
              + NearName.hint(nameOrNumber, numbers),
          "Use one of: " + String.join(", ", numbers) + ".");
    }
    return named(nameOrNumber).account();
  }

  /**
   * The deployment of that name.
   *
   * @throws UserError that lists the names when there is none
   */
  public Deployment named(String name) {
    return all.stream()
        .filter(deployment -> deployment.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new UserError(
                "deployment "
                    + name
                    + ": there is none of that name"
                    + NearName.hint(name, names()),
                "Use one of: "
                    + all.stream().map(Deployment::name).collect(Collectors.joining(", "))
                    + "."));
  }

  private List<String> names() {
    return all.stream().map(Deployment::name).toList();
  }

  private static void checkName(String name, Path file) {
    if (!NAME.matcher(name).matches() || name.equals(CONSUMER)) {
      throw new UserError(
          file + ": its name is no deployment's",
          "Use letters, digits, '.', '-' and '_', the first a letter or digit, and another name"
              + " than "
              + CONSUMER
              + ".");
    }
  }

  private static List<Path> variableFiles(Path accounts) {
    try (var files = Files.list(accounts)) {
      return files.filter(file -> file.toString().endsWith(".tfvars")).sorted().toList();
    } catch (IOException e) {
      throw new UserError(
          "infrastructure folder " + accounts + ": cannot be read (" + e + ")",
          "It holds one NAME.tfvars for each microservice account.",
          e);
    }
  }

  private static Deployment read(String name, Path root, Path file, boolean pass) {
    String text = text(file);
    String account =
        find(ACCOUNT, text)
            .orElseThrow(() ->
                new UserError(
                    file + ": names no account_id",
                    "Add a line: account_id = \"111122223333\" (twelve digits)."));
    String region =
        find(REGION, text)
            .or(() -> find(DEFAULT_REGION, text(root.resolve("variables.tf"))))
            .orElseThrow(() ->
                new UserError(
                    file + ": names no region, and variables.tf has no default for it",
                    "Add a line: region = \"eu-central-1\"."));
    return new Deployment(name, root, pass ? Optional.of(file) : Optional.empty(), account, region);
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read (" + e + ")", "Restore the file.", e);
    }
  }
}
