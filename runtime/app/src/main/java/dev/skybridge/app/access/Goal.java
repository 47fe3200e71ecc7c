package dev.skybridge.app.access;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.services.kms.Key;
import dev.skybridge.services.lambda.Function;
import dev.skybridge.services.secretsmanager.Secret;

/** What somebody wants to reach. */
public sealed interface Goal {
  /** What is wanted of it: an HTTP method, or an action such as {@code dynamodb:PutItem}. */
  String action();

  /** What it is, in words that stay the same after a replacement. */
  String name();

  /**
   * A request to a URL.
   *
   * @param action the HTTP method
   * @param name the URL as people name it; it may have path parameters in braces
   * @param host the host name, or an address
   * @param port 1-65535
   * @param path the path and query, a slash in front
   * @param signed whether a signature may count; false only where it is known that it does not
   */
  record Url(String action, String name, String host, int port, String path, boolean signed)
      implements Goal {
    public Url {
      requireNonNull(action);
      requireNonNull(name);
      requireNonNull(host);
      requireNonNull(path);
    }
  }

  /**
   * An operation on a table or index.
   *
   * @param action {@code dynamodb:} and the operation
   * @param region the table's
   */
  record TableUse(String action, Arn arn, Region region) implements Goal {
    public TableUse {
      requireNonNull(action);
      requireNonNull(arn);
      requireNonNull(region);
    }

    @Override
    public String name() {
      return arn.account() + " " + arn.resource();
    }

    String operation() {
      return action.substring(action.indexOf(':') + 1);
    }
  }

  /**
   * Use of a key.
   *
   * @param action e.g. {@code kms:Decrypt}
   * @param name the key's account, and its alias or, without one, its id
   */
  record KeyUse(String action, String name, Key key) implements Goal {
    public KeyUse {
      requireNonNull(action);
      requireNonNull(name);
      requireNonNull(key);
    }
  }

  /** Invoking a function. */
  record Invocation(Function function) implements Goal {
    public Invocation {
      requireNonNull(function);
    }

    @Override
    public String action() {
      return "lambda:InvokeFunction";
    }

    @Override
    public String name() {
      return function.scope().account() + " function:" + function.name();
    }
  }

  /** Reading a secret's current value. */
  record SecretValue(Secret secret) implements Goal {
    public SecretValue {
      requireNonNull(secret);
    }

    @Override
    public String action() {
      return "secretsmanager:GetSecretValue";
    }

    @Override
    public String name() {
      return secret.scope().account() + " secret/" + secret.name();
    }
  }
}
