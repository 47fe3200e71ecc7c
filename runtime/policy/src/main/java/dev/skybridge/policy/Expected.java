package dev.skybridge.policy;

/** One value of a condition, made ready to be compared with the request's. */
@FunctionalInterface
interface Expected {
  /** Whether the request's value fits, negation apart. */
  boolean fits(String actual);
}
