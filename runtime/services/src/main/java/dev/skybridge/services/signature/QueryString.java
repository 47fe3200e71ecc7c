package dev.skybridge.services.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parameters of a query, unescaped, in the order in which they came.
 *
 * @param parameters name and value of each
 */
record QueryString(List<Parameter> parameters) {
  record Parameter(String name, String value) {}

  QueryString {
    parameters = List.copyOf(parameters);
  }

  static QueryString parse(String query) {
    List<Parameter> parameters = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        parameters.add(
            equals < 0
                ? new Parameter(UriEncoding.decode(pair), "")
                : new Parameter(
                    UriEncoding.decode(pair.substring(0, equals)),
                    UriEncoding.decode(pair.substring(equals + 1))));
      }
    }
    return new QueryString(parameters);
  }

  Optional<String> first(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::value)
        .findFirst();
  }

  /** Sorted by escaped name, then by escaped value, without the signature itself. */
  String canonical() {
    return parameters.stream()
        .filter(parameter -> !parameter.name().equals(PresignedQuery.SIGNATURE))
        .map(parameter ->
            UriEncoding.encode(parameter.name()) + "=" + UriEncoding.encode(parameter.value()))
        .sorted(QueryString::compare)
        .collect(Collectors.joining("&"));
  }

  /** By name first: {@code a=2} comes before {@code a-b=1}, though {@code =} sorts after a dash. */
  private static int compare(String one, String other) {
    int names = name(one).compareTo(name(other));
    return names != 0 ? names : one.compareTo(other);
  }

  private static String name(String pair) {
    return pair.substring(0, pair.indexOf('='));
  }
}
