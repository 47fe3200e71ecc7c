package dev.skybridge.gate;

/**
 * A boundary: a pure function from the facts of a request to a {@link Verdict}. A gate opens no
 * socket, starts no thread and reads no clock; serving and explaining use the same gates.
 *
 * @param <F> the facts that this gate looks at
 */
@FunctionalInterface
public interface Gate<F> {
  Verdict decide(F facts);
}
