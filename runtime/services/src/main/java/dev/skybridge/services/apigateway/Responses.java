package dev.skybridge.services.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts API Gateway's own headers around an answer, in the order captured from AWS. */
final class Responses {
  /** RFC 9110, 5.6.7. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Responses() {}

  /** The reason phrase of a function's status (RFC 9110, 15); empty for the less common. */
  static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 202 -> "Accepted";
      case 204 -> "No Content";
      case 301 -> "Moved Permanently";
      case 302 -> "Found";
      case 303 -> "See Other";
      case 304 -> "Not Modified";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 413 -> "Request Entity Too Large";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Entity";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      default -> "";
    };
  }

  /** One of API Gateway's own answers. */
  static HttpResponse of(Answer answer, RequestId id, Instant time) {
    return error(answer.status(), answer.reason(), answer.errorType(), answer.body(), id, time);
  }

  /** An error of API Gateway's own: plain text where it has no error type. */
  static HttpResponse error(
      int status, String reason, String errorType, String body, RequestId id, Instant time) {
    List<Headers.Header> own = new ArrayList<>();
    if (!errorType.isEmpty()) {
      own.add(new Headers.Header("x-amzn-ErrorType", errorType));
    }
    String contentType = errorType.isEmpty() ? "text/plain" : "application/json";
    return response(status, reason, contentType, body.getBytes(UTF_8), own, id, time);
  }

  /**
   * @param more the headers between {@code x-amzn-RequestId} and {@code x-amz-apigw-id}
   */
  static HttpResponse response(
      int status,
      String reason,
      String contentType,
      byte[] body,
      List<Headers.Header> more,
      RequestId id,
      Instant time) {
    List<Headers.Header> headers = new ArrayList<>();
    headers.add(new Headers.Header("Server", "Server"));
    headers.add(new Headers.Header("Date", DATE.format(time)));
    headers.add(new Headers.Header("Content-Type", contentType));
    if (status != 204 && status != 304) {
      headers.add(new Headers.Header("Content-Length", Integer.toString(body.length)));
    }
    headers.add(new Headers.Header("Connection", "keep-alive"));
    headers.add(new Headers.Header("x-amzn-RequestId", id.id()));
    headers.addAll(more);
    headers.add(new Headers.Header("x-amz-apigw-id", id.extended()));
    return new HttpResponse(status, reason, new Headers(headers), body);
  }
}
