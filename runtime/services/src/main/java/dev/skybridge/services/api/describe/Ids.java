package dev.skybridge.services.api.describe;

import static java.util.Objects.requireNonNull;

import dev.skybridge.services.AwsException;
import java.util.Collection;
import java.util.List;

/**
 * The parameter that names resources by id, and how AWS refuses ids.
 *
 * @param parameter e.g. {@code VpcId}
 * @param prefix what stands before the hyphen; empty where ids have no form
 * @param noun what the refusal calls one, e.g. {@code vpc ID}
 * @param notFound the code for an id that is not there
 * @param malformed the code for what is no id
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html">Error
 *     codes of EC2</a>
 */
public record Ids(String parameter, String prefix, String noun, String notFound, String malformed) {
  public Ids {
    requireNonNull(parameter);
    requireNonNull(prefix);
    requireNonNull(noun);
    requireNonNull(notFound);
    requireNonNull(malformed);
  }

  /** Refuses what has not the form of an id. */
  public void checkForm(List<String> wanted) {
    for (String id : wanted) {
      if (!prefix.isEmpty() && !id.matches(prefix + "-([0-9a-f]{8}|[0-9a-f]{17})")) {
        throw new AwsException(
            malformed, 400, "Invalid id: \"" + id + "\" (expecting \"" + prefix + "-...\")");
      }
    }
  }

  void checkPresence(List<String> wanted, Collection<String> present) {
    List<String> absent = wanted.stream().filter(id -> !present.contains(id)).toList();
    if (!absent.isEmpty()) {
      boolean one = absent.size() == 1;
      throw new AwsException(
          notFound,
          400,
          "The %s%s '%s' %s not exist"
              .formatted(noun, one ? "" : "s", String.join(", ", absent), one ? "does" : "do"));
    }
  }
}
