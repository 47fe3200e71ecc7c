package dev.skybridge.services.sts;

import dev.skybridge.services.api.Rights;
import java.util.Optional;

/** The roles and their rights; the service iam has them. */
public interface Roles extends Rights {
  /** The role of this ARN. */
  Optional<TrustedRole> find(String roleArn);
}
