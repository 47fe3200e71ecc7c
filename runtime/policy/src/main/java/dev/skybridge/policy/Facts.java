package dev.skybridge.policy;

import java.util.List;
import java.util.Locale;

/**
 * A request as statements look at it: its action in lower case, and its condition keys together
 * with those that follow from principal and resource. Made for one decision.
 */
final class Facts {
  private final AccessRequest request;
  private final String action;
  private final String service;
  private final ResourcePattern.Scratch scratch = new ResourcePattern.Scratch();

  Facts(AccessRequest request) {
    this.request = request;
    this.action = request.action().toLowerCase(Locale.ROOT);
    int colon = action.indexOf(':');
    this.service = colon < 0 ? action : action.substring(0, colon);
  }

  AccessRequest request() {
    return request;
  }

  /** The action in lower case. */
  String action() {
    return action;
  }

  /** The action's service in lower case, e.g. {@code dynamodb}. */
  String service() {
    return service;
  }

  ResourcePattern.Scratch scratch() {
    return scratch;
  }

  /**
   * The values of a key; none if the request has not got it.
   *
   * @param key in lower case
   */
  List<String> values(String key) {
    List<String> given = request.context().lowerCase(key);
    return given.isEmpty() && !request.context().hasLowerCase(key) ? derived(key, request) : given;
  }

  private static List<String> derived(String key, AccessRequest request) {
    return switch (key) {
      case "aws:resourceaccount" -> List.of(request.resourceAccount().value());
      case "aws:principalisawsservice" ->
          List.of(Boolean.toString(request.principal() instanceof Principal.Service));
      default ->
          switch (request.principal()) {
            case Principal.Anonymous _ ->
                key.equals("aws:principaltype") ? List.of("Anonymous") : List.of();
            case Principal.Service service ->
                key.equals("aws:principalservicename") ? List.of(service.name()) : List.of();
            case Principal.Federated federated ->
                key.equals("aws:federatedprovider") ? List.of(federated.provider()) : List.of();
            case Principal.Identity identity -> identity(key, identity);
          };
    };
  }

  private static List<String> identity(String key, Principal.Identity identity) {
    return switch (key) {
      case "aws:principalarn" -> List.of(identity.principalArn());
      case "aws:principalaccount" -> List.of(identity.account().value());
      case "aws:principaltype" -> List.of(identity.type());
      case "aws:username" -> identity.userName().map(List::of).orElse(List.of());
      default -> List.of();
    };
  }
}
