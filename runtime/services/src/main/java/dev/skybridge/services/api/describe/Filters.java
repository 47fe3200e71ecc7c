package dev.skybridge.services.api.describe;

import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.Input;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The filters of a call: each must match, and one that has several values matches by any of them.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Filter.html">Filter</a>
 */
final class Filters {
  /** EC2 API reference, error code FilterLimitExceeded. */
  private static final int MAXIMUM_VALUES = 200;

  /** More than any name, id or tag has (tags: 256); a bound on the work of a call. */
  private static final int MAXIMUM_LENGTH = 1024;

  private static final String TAG = "tag:";
  private static final String TAG_KEY = "tag-key";

  private record Filter(String name, List<FilterPattern> values) {
    boolean matches(Collection<String> actual) {
      return actual.stream()
          .anyMatch(value -> values.stream().anyMatch(wanted -> wanted.matches(value)));
    }
  }

  private final List<Filter> filters;

  private Filters(List<Filter> filters) {
    this.filters = filters;
  }

  /**
   * Reads {@code Filter.N.Name} and {@code Filter.N.Value.M}.
   *
   * @param known the filters of the operation
   * @param invalid the operation's code for one that it has not
   */
  static Filters read(Input input, Collection<String> known, boolean tagged, String invalid) {
    List<Filter> filters = new ArrayList<>();
    int count = 0;
    for (Input each : input.structures("Filter")) {
      String name = each.find("Name").orElse("");
      boolean byTag = tagged && (name.startsWith(TAG) || name.equals(TAG_KEY));
      if (!byTag && !known.contains(name)) {
        throw new AwsException(invalid, 400, "The filter '" + name + "' is invalid");
      }
      List<String> values = each.texts("Value");
      count += values.size();
      if (values.isEmpty()) {
        throw new AwsException(
            "InvalidParameterValue", 400, "The filter '" + name + "' has no values");
      }
      if (values.stream().anyMatch(value -> value.length() > MAXIMUM_LENGTH)) {
        throw new AwsException(
            "InvalidParameterValue",
            400,
            "A value of the filter '" + name + "' is longer than " + MAXIMUM_LENGTH);
      }
      filters.add(new Filter(name, values.stream().map(FilterPattern::new).toList()));
    }
    if (count > MAXIMUM_VALUES) {
      throw new AwsException(
          "FilterLimitExceeded",
          400,
          "The maximum number of filter values specified on a single call is " + MAXIMUM_VALUES);
    }
    return new Filters(filters);
  }

  <T> boolean match(
      T item, Map<String, String> tags, Map<String, Function<T, Collection<String>>> values) {
    return filters.stream().allMatch(filter -> filter.matches(values(filter, item, tags, values)));
  }

  private static <T> Collection<String> values(
      Filter filter,
      T item,
      Map<String, String> tags,
      Map<String, Function<T, Collection<String>>> values) {
    Function<T, Collection<String>> own = values.get(filter.name());
    if (own != null) {
      return own.apply(item);
    }
    if (filter.name().equals(TAG_KEY)) {
      return tags.keySet();
    }
    String value = tags.get(filter.name().substring(TAG.length()));
    return value == null ? List.of() : List.of(value);
  }
}
