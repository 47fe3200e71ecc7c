package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A request that the runtime saw, and how it is shown: what trace and explain share. */
final class SeenRequest {
  @Mixin private Place place = new Place();

  @Mixin private Listing listing = new Listing();

  @Parameters(
      arity = "0..1",
      paramLabel = "REQUEST-ID",
      defaultValue = "last",
      description = "last (the default), an X-Amzn-Trace-Id root, or an x-amzn-RequestId.")
  private String id = "last";

  Place place() {
    return place;
  }

  Listing listing() {
    return listing;
  }

  /**
   * Asks the runtime and prints its answer.
   *
   * @param command what the runtime is asked for
   */
  int show(String command, Function<JsonNode, List<String>> lines) {
    listing.print(place.control().ask(place.request(command).put("id", id)), lines);
    return 0;
  }
}
