package dev.skybridge.services.api;

import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.Decision;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.signature.Verification;

/** What the protocols Query and REST XML have in common. */
final class XmlErrors {
  private XmlErrors() {}

  static byte[] errorResponse(Xml xml, String namespace, AwsException error, String requestId) {
    return xml.open("ErrorResponse", namespace)
        .open("Error")
        .element("Type", error.httpStatus() < 500 ? "Sender" : "Receiver")
        .element("Code", error.code())
        .element("Message", error.awsMessage())
        .close("Error")
        .element("RequestId", requestId)
        .close("ErrorResponse")
        .bytes();
  }

  static AwsException unsigned(Verification.Refused refused) {
    int status = refused.problem() == Verification.Problem.INCOMPLETE ? 400 : 403;
    return new AwsException(refused.problem().queryCode(), status, refused.answer());
  }

  static AwsException denied(Decision decision, AccessRequest request) {
    return new AwsException("AccessDenied", 403, decision.awsMessage(request));
  }
}
