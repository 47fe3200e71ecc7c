package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.expression.ConditionExpression;
import dev.skybridge.dynamodb.expression.DocumentPath;
import dev.skybridge.dynamodb.expression.ProjectionExpression;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.table.IndexDefinition;
import dev.skybridge.dynamodb.table.KeySchema;
import dev.skybridge.dynamodb.table.TableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a query or scan answers of what it finds: filter, projection and {@code Select}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html">Query</a>
 */
final class Selection {
  private final Select select;
  private final Optional<ConditionExpression> filter;
  private final Optional<ProjectionExpression> projection;
  private final boolean fetches;
  private final boolean filtersFetched;
  private final List<Integer> fetchedBytes = new ArrayList<>();

  private enum Select {
    ALL_ATTRIBUTES,
    ALL_PROJECTED_ATTRIBUTES,
    COUNT,
    SPECIFIC_ATTRIBUTES
  }

  private Selection(
      Select select,
      Optional<ConditionExpression> filter,
      Optional<ProjectionExpression> projection,
      boolean fetches,
      boolean filtersFetched) {
    this.select = select;
    this.filter = filter;
    this.projection = projection;
    this.fetches = fetches;
    this.filtersFetched = filtersFetched;
  }

  /** The expressions that a query and a scan have. */
  record Parsed(Optional<ConditionExpression> filter, Optional<ProjectionExpression> projection) {}

  static Parsed parse(Expressions expressions) {
    return new Parsed(
        expressions.filter("FilterExpression"), expressions.projection("ProjectionExpression"));
  }

  /** Checks what is asked for, after all expressions of the request are parsed. */
  static Selection of(Source source, Request request, Expressions expressions, Parsed parsed) {
    Optional<ConditionExpression> filter = parsed.filter();
    Optional<ProjectionExpression> projection = parsed.projection();
    expressions.check(source.table());
    Select select = select(source, request, projection.isPresent());
    source.refuseConsistentReads(request);
    boolean fetches = false;
    boolean filtersFetched = false;
    if (source.index().isPresent() && !source.index().get().projectsAll()) {
      filtersFetched = isFilterLacking(source, source.index().get(), filter);
      fetches = check(source, source.index().get(), select, projection);
    }
    return new Selection(select, filter, projection, fetches, filtersFetched);
  }

  private static Select select(Source source, Request request, boolean projects) {
    Optional<String> wanted = request.text("Select");
    if (wanted.isEmpty()) {
      return projects
          ? Select.SPECIFIC_ATTRIBUTES
          : source.index().isPresent() ? Select.ALL_PROJECTED_ATTRIBUTES : Select.ALL_ATTRIBUTES;
    }
    Select select = parse(wanted.get());
    if (select == Select.SPECIFIC_ATTRIBUTES && !projects) {
      throw new ValidationException(
          "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
              + " SPECIFIC_ATTRIBUTES");
    }
    if (select != Select.SPECIFIC_ATTRIBUTES && projects) {
      throw new ValidationException(
          "Cannot specify the ProjectionExpression when choosing to get "
              + (select == Select.COUNT ? "only the Count" : select));
    }
    if (select == Select.ALL_PROJECTED_ATTRIBUTES && source.index().isEmpty()) {
      throw new ValidationException(
          "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    }
    return select;
  }

  private static Select parse(String wanted) {
    for (Select select : Select.values()) {
      if (select.name().equals(wanted)) {
        return select;
      }
    }
    throw new ValidationException(
        "Select must be ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES, COUNT, or SPECIFIC_ATTRIBUTES");
  }

  /** A filter of what an index lacks is an error, but in the scan of a local one. */
  private static boolean isFilterLacking(
      Source source, IndexDefinition index, Optional<ConditionExpression> filter) {
    if (filter.isEmpty()) {
      return false;
    }
    Set<String> projected = index.projected(source.table().keys());
    List<String> lacking = lacking(projected, names(filter.get().paths()));
    if (!lacking.isEmpty() && (index.global() || !source.scanned())) {
      throw ValidationException.parameter(
          "Secondary index "
              + index.name()
              + " does not project one or more filter attributes: "
              + lacking);
    }
    return !lacking.isEmpty();
  }

  /** What an index lacks is an error, or, in a local one, fetched from the table. */
  private static boolean check(
      Source source,
      IndexDefinition index,
      Select select,
      Optional<ProjectionExpression> projection) {
    Set<String> projected = index.projected(source.table().keys());
    if (select == Select.ALL_ATTRIBUTES && index.global()) {
      throw ValidationException.parameter(
          "Select type ALL_ATTRIBUTES is not supported for global secondary index "
              + index.name()
              + " because its projection type is not ALL");
    }
    List<String> lacking =
        projection.map(paths -> lacking(projected, names(paths.paths()))).orElse(List.of());
    if (!lacking.isEmpty() && index.global()) {
      throw ValidationException.parameter(
          "Global secondary index " + index.name() + " does not project " + lacking);
    }
    return !lacking.isEmpty() || select == Select.ALL_ATTRIBUTES;
  }

  private static Set<String> names(List<DocumentPath> paths) {
    Set<String> names = new LinkedHashSet<>();
    paths.forEach(path -> names.add(path.attribute()));
    return names;
  }

  private static List<String> lacking(Set<String> projected, Set<String> names) {
    return names.stream().filter(name -> !projected.contains(name)).toList();
  }

  /** A query's filter may not name the key: the key condition may. */
  void refuseKeysInFilter(KeySchema keys) {
    if (filter.isEmpty()) {
      return;
    }
    for (String name : names(filter.get().paths())) {
      if (keys.has(name)) {
        throw new ValidationException(
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
                + name);
      }
    }
  }

  boolean holds(Item item) {
    return filter.isEmpty() || filter.get().holds(item);
  }

  boolean isCount() {
    return select == Select.COUNT;
  }

  /** Whether each item is fetched from the table, because the index lacks attributes. */
  boolean fetches() {
    return fetches;
  }

  /** Whether the filter is asked of the item in the table, because the index lacks attributes. */
  boolean filtersFetched() {
    return filtersFetched;
  }

  void fetched(Item item) {
    fetchedBytes.add(item.size());
  }

  void addFetched(Capacity capacity, TableDefinition table, boolean consistent) {
    fetchedBytes.forEach(bytes -> capacity.read(table, bytes, consistent));
  }

  /** What is shown of an item. */
  Item show(Item item) {
    return projection.isPresent() ? projection.get().of(item) : item;
  }
}
