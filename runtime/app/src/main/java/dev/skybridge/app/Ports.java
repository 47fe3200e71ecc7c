package dev.skybridge.app;

/**
 * Where a runtime listens on 127.0.0.1; 0 is any port that is free.
 *
 * @param socks the client's door
 * @param api AWS's API
 */
public record Ports(int socks, int api) {
  /** Any that are free. */
  public static final Ports FREE = new Ports(0, 0);
}
