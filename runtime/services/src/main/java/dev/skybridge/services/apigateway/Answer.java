package dev.skybridge.services.apigateway;

/**
 * The answers that API Gateway itself gives, byte for byte. Mind the blank after the colon: those
 * of the front have none, those about validation and of status 5xx have one (captured from AWS,
 * proven by Content-Length).
 */
enum Answer {
  FORBIDDEN(403, "Forbidden", "ForbiddenException", "{\"message\":\"Forbidden\"}"),
  MISSING_AUTHENTICATION_TOKEN(
      403,
      "Forbidden",
      "MissingAuthenticationTokenException",
      "{\"message\":\"Missing Authentication Token\"}"),
  INVALID_BODY(
      400, "Bad Request", "BadRequestException", "{\"message\": \"Invalid request body\"}"),
  BAD_REQUEST(400, "Bad Request", "BadRequestException", "{\"message\":\"Bad Request\"}"),
  INTEGRATION_FAILURE(
      500,
      "Internal Server Error",
      "InternalServerErrorException",
      "{\"message\": \"Internal server error\"}"),
  BAD_GATEWAY(
      502,
      "Bad Gateway",
      "InternalServerErrorException",
      "{\"message\": \"Internal server error\"}"),
  INTEGRATION_TIMEOUT(
      504,
      "Gateway Timeout",
      "InternalServerErrorException",
      "{\"message\": \"Endpoint request timed out\"}"),
  /** The body is larger than 10 MB: plain text, and not customisable (captured). */
  CONTENT_TOO_LONG(
      413, "Request Entity Too Large", "", "HTTP content length exceeded 10485760 bytes."),
  /** The event is larger than Lambda takes; not established on AWS. */
  REQUEST_TOO_LONG(
      413,
      "Request Entity Too Large",
      "RequestTooLargeException",
      "{\"message\":\"Request Too Long\"}"),
  /** The ARN of the method is longer than 1600 bytes; only the status and text are documented. */
  URI_TOO_LONG(
      414, "Request-URI Too Long", "BadRequestException", "{\"message\":\"Request URI too long\"}"),
  /** More than 10,240 bytes of headers; what AWS answers is not established. */
  HEADERS_TOO_LARGE(
      431,
      "Request Header Fields Too Large",
      "BadRequestException",
      "{\"message\":\"Request Header Fields Too Large\"}");

  private final int status;
  private final String reason;
  private final String errorType;
  private final String body;

  Answer(int status, String reason, String errorType, String body) {
    this.status = status;
    this.reason = reason;
    this.errorType = errorType;
    this.body = body;
  }

  int status() {
    return status;
  }

  String reason() {
    return reason;
  }

  /** The value of {@code x-amzn-ErrorType}; empty where the answer has none. */
  String errorType() {
    return errorType;
  }

  String body() {
    return body;
  }
}
