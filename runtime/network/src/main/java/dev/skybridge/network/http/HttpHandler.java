package dev.skybridge.network.http;

/**
 * Answers requests. Called on a virtual thread of its own, so it may block; the requests of one
 * HTTP/1.1 connection come one after the other, those of an HTTP/2 connection at once. Behaviour is
 * added by decorating.
 */
@FunctionalInterface
public interface HttpHandler {
  /**
   * Answers one request. What is thrown becomes a bare 500 and ends the connection.
   *
   * @throws InterruptedException if the listening closes meanwhile: no answer is sent
   */
  HttpResponse handle(HttpRequest request) throws InterruptedException;

  /**
   * Answers what is no request. The connection ends after it.
   *
   * @param refused what came and what is wrong with it
   */
  default HttpResponse refused(RefusedRequest refused) {
    return HttpResponse.of(refused.kind().status(), "", Headers.NONE, "");
  }
}
