package dev.skybridge.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The two services as the seed's commands name them. */
final class Orders {
  static final String DOMAIN = "cross-account-microservices.com";
  static final String BEVERAGE = "https://beverage." + DOMAIN + "/v1/orders";
  static final String FOOD = "https://food." + DOMAIN + "/v1/orders";
  static final String TEA = "{\"fullName\":\"Max Mustermann\", \"beverage\":\"tea\"}";
  static final String HAMBURGER = "{\"fullName\":\"Max Mustermann\", \"food\":\"hamburger\"}";

  private Orders() {}

  static Request tea() {
    return Request.post(BEVERAGE, TEA);
  }

  static Request hamburger() {
    return Request.post(FOOD, HAMBURGER);
  }

  /** The id of the order that an answer to a POST tells of. */
  static String id(Answer placed) {
    JsonNode id = placed.json().path("order").path("orderId");
    if (placed.status() != 201 || !id.isTextual()) {
      throw new AssertionError("no order: " + placed);
    }
    return id.asText();
  }

  /** The ids on all pages of a list, in order. */
  static List<String> listed(VpcClient client, String url) throws IOException {
    List<String> ids = new ArrayList<>();
    String query = "?limit=100";
    while (!query.isEmpty()) {
      Answer page = client.send(Request.get(url + query));
      if (page.status() != 200) {
        throw new AssertionError("no list: " + page);
      }
      page.json().path("orders").forEach(order -> ids.add(order.path("orderId").asText()));
      JsonNode next = page.json().path("nextToken");
      query = next.isTextual() ? "?limit=100&nextToken=" + next.asText() : "";
    }
    return ids;
  }
}
