package dev.skybridge.services.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The event of a Lambda proxy integration: payload 1.0 of a REST API, with the keys that a private
 * API has. Every key is always there, {@code null} when empty.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format">Input
 *     format of a Lambda function for proxy integration</a>
 */
final class ProxyEvent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Call call;
  private final Route route;
  private final Match match;
  private final EventSender sender;

  ProxyEvent(Call call, Route route, Match match, EventSender sender) {
    this.call = call;
    this.route = route;
    this.match = match;
    this.sender = sender;
  }

  byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(tree());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of text can be written", e);
    }
  }

  ObjectNode tree() {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("resource", match.resource().path().toString());
    event.put("path", route.eventPath());
    event.put("httpMethod", call.method());
    putAll(event, "headers", "multiValueHeaders", sender.headers());
    putAll(
        event, "queryStringParameters", "multiValueQueryStringParameters", call.query().values());
    putTexts(event, "pathParameters", match.pathParameters());
    putTexts(event, "stageVariables", route.stage().variables());
    event.set("requestContext", requestContext());
    putBody(event);
    return event;
  }

  private ObjectNode requestContext() {
    RestApi api = route.api();
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context.put("resourceId", api.resourceId(match.resource().path().toString()));
    context.put("resourcePath", match.resource().path().toString());
    match.method().operationId().ifPresent(id -> context.put("operationName", id));
    context.put("httpMethod", call.method());
    context.put("extendedRequestId", call.id().extended());
    context.put("requestTime", REQUEST_TIME.format(call.time()));
    context.put("path", call.path());
    context.put("accountId", api.scope().account().value());
    context.put("protocol", call.request().version().toString());
    context.put("stage", route.stage().name());
    context.put("domainPrefix", call.host().split("\\.", 2)[0]);
    context.put("requestTimeEpoch", call.time().toEpochMilli());
    context.put("requestId", call.id().id());
    context.set("identity", sender.identity());
    context.put("domainName", call.host());
    if (!route.deployment().id().isEmpty()) {
      context.put("deploymentId", route.deployment().id());
    }
    context.put("apiId", api.id());
    return context;
  }

  private void putBody(ObjectNode event) {
    byte[] body = call.request().body();
    if (body.length == 0) {
      event.putNull("body");
      event.put("isBase64Encoded", false);
      return;
    }
    String contentType = call.request().headers().first("Content-Type").orElse("application/json");
    Optional<String> text =
        MediaTypes.binary(route.api().binaryMediaTypes(), contentType)
            ? Optional.empty()
            : decoded(body);
    event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
    event.put("isBase64Encoded", text.isEmpty());
  }

  /** Empty where the bytes are not UTF-8: such a body arrives in base64 (recorded against AWS). */
  private static Optional<String> decoded(byte[] body) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static void putTexts(ObjectNode event, String field, Map<String, String> texts) {
    if (texts.isEmpty()) {
      event.putNull(field);
      return;
    }
    ObjectNode object = event.putObject(field);
    texts.forEach(object::put);
  }

  /** Single-value maps keep the last value. */
  private static void putAll(
      ObjectNode event, String single, String multi, Map<String, List<String>> values) {
    if (values.isEmpty()) {
      event.putNull(single);
      event.putNull(multi);
      return;
    }
    ObjectNode singles = event.putObject(single);
    ObjectNode multis = event.putObject(multi);
    values.forEach((name, all) -> {
      singles.put(name, all.getLast());
      ArrayNode list = multis.putArray(name);
      all.forEach(list::add);
    });
  }
}
