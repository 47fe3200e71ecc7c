package dev.skybridge.policy;

/** The smallest change that would let a request pass that no statement allows. */
final class Remedy {
  private Remedy() {}

  /** The change, as a request to the reader, told from the statement that is nearest. */
  static String of(AccessRequest request, NearStatement nearest) {
    String owner = nearest.rule().owner();
    String what = request.action() + " on " + request.resource();
    if (isAwsManaged(owner)) {
      return "give " + own(request.principal()) + " a policy that allows " + what;
    }
    Mismatch first = nearest.mismatches().getFirst();
    String principal = "Principal of " + nearest.rule().text() + " of " + owner;
    if (first instanceof Mismatch.Principal && nearest.type() == PolicyType.GATEWAY_ENDPOINT) {
      return "make "
          + principal
          + " \"*\" and name "
          + own(request.principal())
          + " in a condition on aws:PrincipalArn: the policy of a gateway endpoint allows nobody by"
          + " name but root users";
    }
    if (nearest.mismatches().size() > 1) {
      // What does not fit in several parts was written for something else.
      return "add a statement to "
          + owner
          + " that allows "
          + what
          + " to "
          + request.principal().name();
    }
    if (first instanceof Mismatch.Principal && request.principal() instanceof Principal.Anonymous) {
      return "sign the request, or make " + principal + " \"*\": nobody signed";
    }
    return nearest.miss().remedy();
  }

  /** AWS's own policies change for nobody. */
  private static boolean isAwsManaged(String owner) {
    return Arn.isArn(owner) && Arn.parse(owner).account().equals("aws");
  }

  private static String own(Principal principal) {
    return principal instanceof Principal.Identity identity
        ? identity.principalArn()
        : principal.name();
  }
}
