package dev.skybridge.services.elb;

/** How a load balancer speaks to targets. It never looks at their certificates. */
public enum Protocol {
  HTTP(80),
  HTTPS(443);

  private final int defaultPort;

  Protocol(int defaultPort) {
    this.defaultPort = defaultPort;
  }

  int defaultPort() {
    return defaultPort;
  }
}
