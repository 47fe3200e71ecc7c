package dev.skybridge.policy;

/**
 * How often the tests with random input try. {@code -Dmodule.test.arguments=-Dskybridge.rounds=100}
 * makes it a hundred times as often.
 */
final class Rounds {
  private Rounds() {}

  static int of(int normally) {
    return normally * Integer.getInteger("skybridge.rounds", 1);
  }
}
