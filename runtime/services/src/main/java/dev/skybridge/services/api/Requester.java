package dev.skybridge.services.api;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Trace;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.services.signature.Caller;
import java.util.List;

/**
 * Who asks a service for something, and what is known of his call.
 *
 * @param caller who
 * @param facts the condition keys of the call and of his credentials
 * @param trace where the gates note their verdicts
 */
public record Requester(Caller caller, Context facts, Trace trace) {
  public Requester {
    requireNonNull(caller);
    requireNonNull(facts);
    requireNonNull(trace);
  }

  /** Somebody whose call did not come over an API, e.g. Terraform; nobody looks at its trace. */
  public static Requester of(Principal.Identity identity) {
    return new Requester(
        new Caller(identity, "", "", List.of(), Context.empty()),
        Context.empty(),
        new Trace("", 0, System::nanoTime));
  }

  public Principal.Identity identity() {
    return caller.identity();
  }
}
