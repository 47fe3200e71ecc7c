package dev.skybridge.provider.types.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.gate.Verdict;
import dev.skybridge.network.Boundary;
import dev.skybridge.network.Flow;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.Reachability;
import dev.skybridge.network.Topology;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.protocol.ProviderServer;
import dev.skybridge.provider.testing.Terraform;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terraform changes the rules between two instances, and the gates follow with the apply. */
class NetworkChangeTest {
  private static final Scope HOME =
      new Scope(new AccountId("111122223333"), new Region("eu-central-1"));

  private static final String NETWORK =
      """
      provider "aws" {
        region = "eu-central-1"
      }

      resource "aws_vpc" "this" {
        cidr_block = "10.0.0.0/16"
      }

      resource "aws_subnet" "this" {
        for_each   = { client = "10.0.1.0/24", server = "10.0.2.0/24" }
        vpc_id     = aws_vpc.this.id
        cidr_block = each.value
      }

      resource "aws_instance" "this" {
        for_each      = aws_subnet.this
        ami           = "ami-0123456789abcdef0"
        instance_type = "t3.micro"
        subnet_id     = each.value.id
      }

      resource "aws_default_security_group" "this" {
        vpc_id = aws_vpc.this.id

        ingress {
          protocol  = "tcp"
          from_port = 443
          to_port   = 443
          self      = true
        }

        egress {
          protocol    = "-1"
          from_port   = 0
          to_port     = 0
          cidr_blocks = ["0.0.0.0/0"]
        }
      }
      """;

  private static final String ACL =
      """

      resource "aws_network_acl" "server" {
        vpc_id     = aws_vpc.this.id
        subnet_ids = [aws_subnet.this["server"].id]

        ingress {
          rule_no    = 100
          action     = "allow"
          protocol   = "tcp"
          from_port  = 443
          to_port    = 443
          cidr_block = "10.0.1.0/24"
        }

        egress {
          rule_no    = 100
          action     = "allow"
          protocol   = "tcp"
          from_port  = 32768
          to_port    = 60999
          cidr_block = "10.0.1.0/24"
        }
      }
      """;

  private static final String DENY =
      """

      resource "aws_network_acl_rule" "deny" {
        network_acl_id = aws_vpc.this.default_network_acl_id
        rule_number    = 50
        egress         = true
        protocol       = "tcp"
        rule_action    = "deny"
        cidr_block     = "10.0.2.0/24"
        from_port      = 0
        to_port        = 65535
      }
      """;

  @TempDir Path folder;

  @Test
  void theGatesFollowWhatIsApplied() {
    try (NetworkServices services = new NetworkServices(folder.resolve("data"));
        ProviderServer server =
            ProviderServer.start(
                services.registry(),
                HOME,
                (caller, request) -> {
                  throw new IllegalStateException("no roles here");
                },
                folder.resolve("run/aws.sock"))) {
      Terraform terraform = Terraform.in(folder).reattached(server.reattach());

      apply(terraform, NETWORK);
      assertThat(refusal(services, 443)).isEmpty();
      assertThat(refusal(services, 80)).contains("security group ingress: no ingress rule");

      apply(terraform, NETWORK + ACL);
      assertThat(refusal(services, 443)).isEmpty();

      apply(terraform, NETWORK + ACL.replace("60999", "60998"));
      assertThat(refusal(services, 443)).contains("network ACL ingress: * egress deny all");

      apply(terraform, NETWORK + DENY);
      assertThat(refusal(services, 443))
          .contains("network ACL egress: 50 egress deny tcp 0-65535 to 10.0.2.0/24");

      apply(terraform, NETWORK.replace("self      = true", "cidr_blocks = [\"10.9.0.0/16\"]"));
      assertThat(refusal(services, 443)).contains("security group ingress: no ingress rule");

      assertThat(terraform.run("destroy", "-auto-approve", "-no-color").output())
          .contains("Destroy complete!", "not deleted, removing from state");
      assertThat(services.fabric.topology().vpcs()).isEmpty();
    }
  }

  private static void apply(Terraform terraform, String hcl) {
    String output =
        terraform.file("main.tf", hcl).run("apply", "-auto-approve", "-no-color").output();
    assertThat(output).contains("Apply complete!").doesNotContain("Warning");
  }

  /** The gate that refuses the way from the client to the server, with its rule. */
  private static Optional<String> refusal(NetworkServices services, int port) {
    Topology topology = services.fabric.topology();
    NetworkInterface server = card(topology, "10.0.2.");
    Flow flow = Flow.to(card(topology, "10.0.1.").id(), server.address(), port);
    for (Boundary boundary : new Reachability(topology).boundaries(flow)) {
      if (boundary.decision().decide(flow) instanceof Verdict.Refused refused) {
        return Optional.of(boundary.gate() + ": " + refused.rule().text());
      }
    }
    return Optional.empty();
  }

  private static NetworkInterface card(Topology topology, String prefix) {
    return topology.networkInterfaces().stream()
        .filter(card -> card.address().toString().startsWith(prefix))
        .findFirst()
        .orElseThrow();
  }
}
