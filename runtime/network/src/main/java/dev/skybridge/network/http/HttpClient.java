package dev.skybridge.network.http;

import dev.skybridge.gate.Trace;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.tls.TlsClient;

/**
 * Sends requests from one network interface, over HTTP/1.1, on connections that it keeps. Blocking;
 * for use by any number of virtual threads.
 */
public interface HttpClient {
  /**
   * Sends {@code request} and waits for the answer. Notes in {@code trace} the gates of the
   * connection: the security groups of this interface, the route, the security groups of the
   * target; on a kept connection the steps of its opening, marked {@code (connection reused)}.
   *
   * <p>A request whose kept connection turns out to be closed by the target is sent once more on a
   * new one, if nothing of an answer came and its method is idempotent (RFC 9110, 9.2.2).
   *
   * @param target the AWS-side address to connect to, in this interface's VPC
   * @param port the AWS-side port, 1-65535
   * @param tls how to do TLS, or {@link TlsClient#NONE}
   * @param request what to send; its target and headers leave as given
   * @param trace the trace of the request that this one is sent for; the accepting side gets it as
   *     {@link Peer#trace}
   * @throws SendFailure if no answer came; a connection that a gate refuses ends in {@link
   *     SendFailure.Kind#CONNECT_TIMEOUT} when that time is over, as dropped packets do, while the
   *     trace tells at once which rule it was
   */
  HttpResponse send(
      Ipv4 target, int port, TlsClient tls, HttpRequest request, Timeouts timeouts, Trace trace)
      throws SendFailure, InterruptedException;
}
