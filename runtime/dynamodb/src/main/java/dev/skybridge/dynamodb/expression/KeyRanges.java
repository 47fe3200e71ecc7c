package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.ItemSize;
import dev.skybridge.dynamodb.model.KeyRules;
import dev.skybridge.dynamodb.model.ValidationException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the range of a query from tests of attributes, by the key that is queried. */
final class KeyRanges {
  private static final int MOST_SORT_BYTES = 1024;

  private final List<KeyTest> tests;
  private final List<KeyAttribute> partition;
  private final List<KeyAttribute> sort;
  private final String index;

  private KeyRanges(
      List<KeyTest> tests, List<KeyAttribute> partition, List<KeyAttribute> sort, String index) {
    this.tests = tests;
    this.partition = partition;
    this.sort = sort;
    this.index = index;
  }

  static KeyRange of(
      List<KeyTest> tests, List<KeyAttribute> partition, List<KeyAttribute> sort, String index) {
    return new KeyRanges(tests, partition, sort, index).range();
  }

  private KeyRange range() {
    boolean composed = partition.size() > 1 || sort.size() > 1;
    if (composed) {
      requireComposed();
    } else {
      requireSimple();
    }
    List<AttributeValue> partitionValues = new ArrayList<>();
    for (KeyAttribute attribute : partition) {
      KeyTest test = test(attribute);
      if (test == null || test.operator() != KeyTest.Operator.EQUAL) {
        throw unsupported();
      }
      partitionValues.add(value(attribute, test));
    }
    requireSize();
    List<AttributeValue> sortValues = new ArrayList<>();
    KeyRange.Condition next = new KeyRange.Condition.Any();
    for (KeyAttribute attribute : sort) {
      KeyTest test = test(attribute);
      if (test == null) {
        break;
      }
      AttributeValue value = value(attribute, test);
      switch (test.operator()) {
        case EQUAL -> {
          sortValues.add(value);
          continue;
        }
        case LESS -> next = new KeyRange.Condition.Below(value, false);
        case LESS_OR_EQUAL -> next = new KeyRange.Condition.Below(value, true);
        case GREATER -> next = new KeyRange.Condition.Above(value, false);
        case GREATER_OR_EQUAL -> next = new KeyRange.Condition.Above(value, true);
        case BETWEEN -> next = new KeyRange.Condition.Between(value, test.bounds().getLast());
        case BEGINS_WITH -> next = new KeyRange.Condition.BeginsWith(value);
      }
      break;
    }
    return new KeyRange(partitionValues, sortValues, next);
  }

  private void requireSize() {
    int bytes = 0;
    for (KeyAttribute attribute : sort) {
      KeyTest test = test(attribute);
      bytes += test == null ? 0 : test.bounds().stream().mapToInt(ItemSize::of).max().orElse(0);
    }
    if (bytes > MOST_SORT_BYTES) {
      throw ValidationException.parameter(
          "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }
  }

  private void requireSimple() {
    if (tests.size() > 2) {
      throw new ValidationException("Conditions can be of length 1 or 2 only");
    }
    if (tests.size() > partition.size() + sort.size() && test(partition.getFirst()) != null) {
      throw unsupported();
    }
    boolean unknown = tests.stream().anyMatch(test -> !isKey(test.attribute()));
    if (unknown || test(partition.getFirst()) == null) {
      throw missed();
    }
  }

  private void requireComposed() {
    if (tests.size() > partition.size() + sort.size()) {
      throw unsupported();
    }
    List<String> missing = new ArrayList<>();
    for (KeyAttribute attribute : partition) {
      if (!isEqual(test(attribute))) {
        missing.add(attribute.name());
      }
    }
    if (!missing.isEmpty()) {
      throw new ValidationException(
          "HASH key attributes "
              + String.join(", ", missing)
              + " must have equality conditions specified in the query");
    }
    if (tests.stream().anyMatch(test -> !isKey(test.attribute()))) {
      throw missed();
    }
    for (KeyAttribute attribute : sort) {
      KeyTest test = test(attribute);
      if (test != null && !missing.isEmpty()) {
        throw new ValidationException(
            "RANGE key attributes "
                + String.join(", ", missing)
                + " must have equality conditions specified in the query because a condition is"
                + " present on key attribute "
                + attribute.name());
      }
      if (!isEqual(test)) {
        missing.add(attribute.name());
      }
    }
  }

  private AttributeValue value(KeyAttribute attribute, KeyTest test) {
    for (AttributeValue bound : test.bounds()) {
      if (bound.type() != attribute.type()) {
        throw ValidationException.parameter("Condition parameter type does not match schema type");
      }
      KeyRules.requireNotEmpty(index, attribute.name(), bound);
    }
    return test.bounds().getFirst();
  }

  private @Nullable KeyTest test(KeyAttribute attribute) {
    return tests.stream()
        .filter(test -> test.attribute().equals(attribute.name()))
        .findFirst()
        .orElse(null);
  }

  private static boolean isEqual(@Nullable KeyTest test) {
    return test != null && test.operator() == KeyTest.Operator.EQUAL;
  }

  private boolean isKey(String attribute) {
    return partition.stream().anyMatch(key -> key.name().equals(attribute))
        || sort.stream().anyMatch(key -> key.name().equals(attribute));
  }

  private static ValidationException unsupported() {
    return new ValidationException("Query key condition not supported");
  }

  private static ValidationException missed() {
    return new ValidationException("Query condition missed key schema element");
  }
}
