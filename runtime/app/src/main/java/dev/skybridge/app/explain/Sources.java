package dev.skybridge.app.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a configuration declares a resource: by the resource's own line, through the local
 * modules of its address. HCL is not evaluated.
 *
 * @param root the root module's folder
 */
record Sources(Path root) {
  private static final Pattern STEP = Pattern.compile("([^.\\[]+)(\\[(?:\"[^\"]*\"|\\d+)])?\\.?");

  /** {@code FILE:LINE}, relative to the folder above the infrastructure's; empty if not found. */
  Optional<String> declaration(String address) {
    List<String> names = names(address);
    Path folder = root;
    int next = 0;
    while (next + 1 < names.size() && names.get(next).equals("module")) {
      Optional<Path> inner = module(folder, names.get(next + 1));
      if (inner.isEmpty()) {
        return Optional.empty();
      }
      folder = inner.get();
      next += 2;
    }
    if (names.size() - next != 2) {
      return Optional.empty();
    }
    Pattern line =
        Pattern.compile(
            "^\\s*resource\\s+\"?%s\"?\\s+\"?%s\"?\\s*\\{.*"
                .formatted(Pattern.quote(names.get(next)), Pattern.quote(names.get(next + 1))));
    return find(folder, line).map(found -> shown(found.file()) + ":" + found.line());
  }

  private static List<String> names(String address) {
    List<String> names = new ArrayList<>();
    Matcher matcher = STEP.matcher(address);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private record Found(Path file, int line, List<String> lines) {}

  private static Optional<Path> module(Path folder, String name) {
    Pattern block = Pattern.compile("^\\s*module\\s+\"?" + Pattern.quote(name) + "\"?\\s*\\{.*");
    Pattern source = Pattern.compile("^\\s*source\\s*=\\s*\"(\\.[^\"]*)\".*");
    return find(folder, block)
        .flatMap(found ->
            found.lines().stream()
                .skip(found.line())
                .takeWhile(line -> !line.startsWith("}"))
                .map(source::matcher)
                .filter(Matcher::matches)
                .map(matcher -> folder.resolve(matcher.group(1)).normalize())
                .findFirst());
  }

  private static Optional<Found> find(Path folder, Pattern pattern) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".tf")).sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          if (pattern.matcher(lines.get(i)).matches()) {
            return Optional.of(new Found(file, i + 1, lines));
          }
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As seen from the checkout, which holds the infrastructure folder. */
  private String shown(Path file) {
    Path infrastructure = root.toAbsolutePath().normalize().getParent();
    Path checkout = infrastructure == null ? null : infrastructure.getParent();
    Path whole = file.toAbsolutePath().normalize();
    return checkout != null && whole.startsWith(checkout)
        ? checkout.relativize(whole).toString()
        : whole.toString();
  }
}
