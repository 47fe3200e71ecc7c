package dev.skybridge.provider.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;

/** Tells Terraform to use a running provider instead of downloading one. */
public final class Reattach {
  private static final String SOURCE = "registry.terraform.io/hashicorp/aws";

  private Reattach() {}

  /**
   * The value of {@code TF_REATTACH_PROVIDERS} for the server on a socket.
   *
   * <p>{@code Test} keeps Terraform from ending this process.
   */
  public static String to(Path socket) {
    var json = JsonNodeFactory.instance.objectNode();
    var provider = json.putObject(SOURCE);
    provider.put("Protocol", "grpc");
    provider.put("ProtocolVersion", 5);
    provider.put("Pid", ProcessHandle.current().pid());
    provider.put("Test", true);
    provider
        .putObject("Addr")
        .put("Network", "unix")
        .put("String", socket.toAbsolutePath().toString());
    return json.toString();
  }
}
