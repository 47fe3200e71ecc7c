package dev.skybridge.services.api.describe;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.Page;
import dev.skybridge.services.api.TagSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A describe operation: which resources there are, what names and filters them, how one is written.
 * What it does not know of a call, it refuses.
 */
public final class Describe<T> {
  private static final SequencedMap<String, String> NO_TAGS = new TreeMap<>();

  private final String operation;
  private final String set;
  private final Function<T, String> id;
  private final Map<String, Function<T, Collection<String>>> filters = new LinkedHashMap<>();
  private final Set<String> parameters =
      new HashSet<>(Set.of("Action", "Version", "DryRun", "Filter", "MaxResults", "NextToken"));
  private Optional<Ids> ids = Optional.empty();
  private Optional<Function<Scope, Map<String, SequencedMap<String, String>>>> tags =
      Optional.empty();
  private PageSize pageSize = PageSize.USUAL;
  private Optional<String> nameSet = Optional.empty();
  private String invalidFilter = "InvalidParameterValue";

  private Describe(String operation, String set, Function<T, String> id) {
    this.operation = requireNonNull(operation);
    this.set = requireNonNull(set);
    this.id = requireNonNull(id);
  }

  /**
   * An operation without filters yet.
   *
   * @param operation e.g. {@code DescribeVpcs}
   * @param set the element that holds the resources, e.g. {@code vpcSet}
   * @param id a resource's id: pages go in its order, and tags are found by it
   */
  public static <T> Describe<T> of(String operation, String set, Function<T, String> id) {
    return new Describe<>(operation, set, id);
  }

  /** Takes ids. */
  public Describe<T> ids(Ids parameter) {
    ids = Optional.of(parameter);
    parameters.add(parameter.parameter());
    return this;
  }

  /** Takes filters by tags. */
  public Describe<T> tags(TagSource source) {
    return tagsBy(source::byId);
  }

  /** Takes filters by tags, which this finds by the ids of a Region's resources. */
  public Describe<T> tagsBy(Function<Scope, Map<String, SequencedMap<String, String>>> byId) {
    tags = Optional.of(byId);
    return this;
  }

  /** Takes a filter on a value that each resource has. */
  public Describe<T> filter(String name, Function<T, String> value) {
    return filters(name, value.andThen(List::of));
  }

  /** Takes a filter on values, of which a resource may have any number. */
  public Describe<T> filters(String name, Function<T, Collection<String>> values) {
    filters.put(name, values);
    return this;
  }

  /** Takes parameters that change nothing here. */
  public Describe<T> ignores(String... names) {
    parameters.addAll(List.of(names));
    return this;
  }

  /** Has other bounds of a page. */
  public Describe<T> pages(PageSize size) {
    pageSize = size;
    return this;
  }

  /** Lists the ids of the page too, in an element of this name. */
  public Describe<T> names(String element) {
    nameSet = Optional.of(element);
    return this;
  }

  /** Refuses unknown filters with another code than {@code InvalidParameterValue}. */
  public Describe<T> refusesFiltersWith(String code) {
    invalidFilter = code;
    return this;
  }

  /**
   * The operation.
   *
   * @param all the resources of an account and Region
   * @param writer writes one, with its tags
   */
  public ApiOperation over(Function<Scope, List<T>> all, Writer<T> writer) {
    return ApiOperation.named(operation, call -> answer(call, all, writer));
  }

  /** Writes a resource. */
  @FunctionalInterface
  public interface Writer<T> {
    Output write(T item, SequencedMap<String, String> tags);
  }

  private ApiAnswer answer(ApiCall call, Function<Scope, List<T>> all, Writer<T> writer) {
    Calls.authorize(call, operation, parameters);
    Input input = call.input();
    List<String> wanted = ids.map(each -> input.texts(each.parameter())).orElse(List.of());
    ids.ifPresent(each -> each.checkForm(wanted));
    Filters asked = Filters.read(input, filters.keySet(), tags.isPresent(), invalidFilter);
    long size = pageSize.read(input);
    Map<String, SequencedMap<String, String>> tagged =
        tags.map(byId -> byId.apply(call.scope())).orElse(Map.of());
    List<T> there = all.apply(call.scope());
    ids.ifPresent(each -> each.checkPresence(wanted, there.stream().map(id).toList()));
    List<T> found =
        there.stream()
            .filter(item -> wanted.isEmpty() || wanted.contains(id.apply(item)))
            .filter(item -> asked.match(item, tagsOf(item, tagged), filters))
            .sorted(Comparator.comparing(id))
            .toList();
    Page<T> page =
        Page.of(
            found,
            id,
            input.find("NextToken"),
            size,
            () -> new AwsException("InvalidNextToken", 400, "The NextToken is not valid."));
    Output.Builder written = Output.Structure.builder();
    nameSet.ifPresent(element -> written.texts(element, page.items().stream().map(id).toList()));
    return ApiAnswer.of(
        written
            .put(
                set,
                Output.Items.of(
                    page.items().stream()
                        .map(item -> writer.write(item, tagsOf(item, tagged)))
                        .toList()))
            .putIf("nextToken", page.next())
            .build());
  }

  private SequencedMap<String, String> tagsOf(
      T item, Map<String, SequencedMap<String, String>> tagged) {
    return tagged.getOrDefault(id.apply(item), NO_TAGS);
  }
}
