package dev.skybridge.services.api;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.Decision;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.signature.Verification;
import java.util.List;

/**
 * How a service's API is spoken: where the operation and its input are in a request, how answers
 * and errors are written.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/index.html">AWS protocols</a>
 */
public sealed interface Protocol
    permits JsonProtocol, QueryProtocol, Ec2Protocol, RestJsonProtocol, RestXmlProtocol {
  /**
   * The operation that a request names, and its input.
   *
   * @throws AwsException AWS's error for an operation that is not there, or an input that cannot be
   *     read
   */
  Selection select(List<ApiOperation> operations, HttpRequest request);

  /** Writes an answer. */
  HttpResponse write(ApiOperation operation, ApiAnswer answer, String requestId);

  /** Writes an error. */
  HttpResponse refuse(AwsException error, String requestId);

  /** The error for a request whose sender cannot be told. */
  AwsException unsigned(Verification.Refused refused);

  /** The error for a request that policies do not allow. */
  AwsException denied(Decision decision, AccessRequest request);

  /**
   * What a request asks for.
   *
   * @param operation which operation
   * @param input its input
   */
  record Selection(ApiOperation operation, Input input) {}
}
