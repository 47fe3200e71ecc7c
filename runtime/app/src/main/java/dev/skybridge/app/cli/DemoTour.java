package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.client.ClientRequest;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.explain.StoryText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Predicate;

/** The walk through the document's test section: orders, look-ups and one refused request. */
final class DemoTour {
  private static final String TEA = "{\"fullName\":\"Max Mustermann\", \"beverage\":\"tea\"}";
  private static final String HAMBURGER =
      "{\"fullName\":\"Max Mustermann\", \"food\":\"hamburger\"}";

  private static final String UNSIGNED = "Missing Authentication Token";

  private final Place place;
  private final ControlClient control;
  private final PrintWriter out;
  private final ClientRequest client;
  private final String domain;
  private boolean right = true;

  DemoTour(Place place, PrintWriter out) {
    this.place = place;
    this.control = place.control();
    this.out = out;
    JsonNode facts = control.ask(ControlClient.request("client"));
    this.client =
        new ClientRequest(
            facts.path("socksPort").asInt(), Path.of(facts.path("certificateAuthority").asText()));
    this.domain = facts.path("domain").asText();
  }

  /** Whether every answer was right. */
  boolean run() {
    String beverage = "https://beverage." + domain + "/v1/orders";
    String food = "https://food." + domain + "/v1/orders";
    var tea =
        step("Order tea", "POST", beverage, TEA, 201, body -> ordered(body, "beverage", "tea"));
    var hamburger =
        step(
            "Order a hamburger",
            "POST",
            food,
            HAMBURGER,
            201,
            body -> ordered(body, "food", "hamburger"));
    lookUp("Look the tea up", beverage, tea);
    lookUp("Look the hamburger up", food, hamburger);
    step(
        "List the food orders",
        "GET",
        food,
        "",
        200,
        body -> contains(body.path("orders"), id(hamburger)));
    step(
        "Ask for a path that no API offers (refused)",
        "GET",
        "https://beverage." + domain + "/v1/secrets",
        "",
        403,
        body -> body.path("message").asText().equals(UNSIGNED));
    out.println();
    out.println(right ? "Every answer was right." : "At least one answer was wrong.");
    return right;
  }

  private void lookUp(String title, String orders, ClientRequest.Answer order) {
    step(
        title,
        "GET",
        orders + "/" + id(order),
        "",
        200,
        body -> body.toString().contains(id(order)));
  }

  private ClientRequest.Answer step(
      String title, String method, String url, String body, int status, Predicate<JsonNode> check) {
    out.println();
    out.println("== " + title);
    out.println("   " + method + " " + url + (body.isEmpty() ? "" : "  " + body));
    ClientRequest.Answer answer = client.send(method, url, body);
    out.println("   " + answer.status() + "  " + answer.body());
    boolean good = answer.status() == status && check.test(answer.json());
    if (!good) {
      right = false;
      out.println("   WRONG: expected status " + status + " and a body that fits");
      if (answer.body().contains(UNSIGNED)) {
        out.println(
            "   The method wants signed requests (authorization = \"AWS_IAM\"), and this tour signs"
                + " none: try ./skybridge curl --as ROLE, or apply it with authorization = \"NONE\".");
      }
    }
    printWay(answer);
    out.flush();
    return answer;
  }

  private void printWay(ClientRequest.Answer answer) {
    String id = answer.traceId().isEmpty() ? "last" : answer.traceId();
    if (answer.status() < 400) {
      TraceText.lines(control.ask(ControlClient.request("trace").put("id", id)))
          .forEach(out::println);
    } else {
      StoryText.lines(control.ask(place.request("explain").put("id", id)))
          .forEach(line -> out.println("   " + line));
    }
  }

  private static boolean ordered(JsonNode body, String service, String option) {
    return !body.path("order").path("orderId").asText().isEmpty()
        && body.path("order").path(service).asText().equals(option)
        && body.path("order").path("fullName").asText().equals("Max Mustermann");
  }

  private static boolean contains(JsonNode orders, String id) {
    for (JsonNode order : orders) {
      if (order.path("orderId").asText().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private static String id(ClientRequest.Answer answer) {
    return answer.json().path("order").path("orderId").asText("no-order");
  }
}
