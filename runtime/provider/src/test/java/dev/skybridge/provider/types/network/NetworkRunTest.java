package dev.skybridge.provider.types.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.Topology;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.protocol.ProviderServer;
import dev.skybridge.provider.testing.Terraform;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Terraform makes a network, leaves it alone when nothing changed, changes it and takes it away.
 */
class NetworkRunTest {
  private static final Scope HOME =
      new Scope(new AccountId("111122223333"), new Region("eu-central-1"));

  private static final String SHOP =
      """
      provider "aws" {
        region = "eu-central-1"
      }

      locals {
        authority = "arn:aws:acm-pca:eu-central-1:999988887777:certificate-authority/5b1d7f0e-3c7a-4b43-9d51-2f6f5a0c9e11"
      }

      resource "aws_vpc" "this" {
        cidr_block = "192.168.0.0/16"
      }

      resource "aws_subnet" "private" {
        for_each          = { a = "192.168.2.0/24", b = "192.168.3.0/24" }
        vpc_id            = aws_vpc.this.id
        cidr_block        = each.value
        availability_zone = "eu-central-1${each.key}"
      }

      resource "aws_route_table" "private" {
        vpc_id = aws_vpc.this.id
      }

      resource "aws_route_table_association" "private" {
        for_each       = aws_subnet.private
        subnet_id      = each.value.id
        route_table_id = aws_route_table.private.id
      }

      resource "aws_security_group" "alb" {
        name   = "alb"
        vpc_id = aws_vpc.this.id
      }

      resource "aws_vpc_security_group_ingress_rule" "alb" {
        security_group_id = aws_security_group.alb.id
        ip_protocol       = "tcp"
        from_port         = 443
        to_port           = 443
        cidr_ipv4         = aws_vpc.this.cidr_block
      }

      resource "aws_instance" "client" {
        ami                    = "ami-0123456789abcdef0"
        instance_type          = "t3.micro"
        subnet_id              = aws_subnet.private["a"].id
        vpc_security_group_ids = [aws_security_group.alb.id]
      }

      resource "aws_acm_certificate" "this" {
        domain_name               = "shop.example"
        subject_alternative_names = ["*.shop.example"]
        certificate_authority_arn = local.authority
      }

      resource "aws_lb" "this" {
        name            = "shop"
        internal        = true
        subnets         = [for subnet in aws_subnet.private : subnet.id]
        security_groups = [aws_security_group.alb.id]
        depends_on      = [aws_instance.client]
      }

      resource "aws_lb_listener" "this" {
        load_balancer_arn = aws_lb.this.arn
        port              = 443
        protocol          = "HTTPS"
        ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
        certificate_arn   = aws_acm_certificate.this.arn

        default_action {
          type = "fixed-response"

          fixed_response {
            content_type = "application/json"
            message_body = jsonencode({ message = "Not Found" })
            status_code  = "404"
          }
        }
      }

      resource "aws_lb_target_group" "this" {
        name        = "shop"
        port        = 443
        protocol    = "HTTPS"
        target_type = "ip"
        vpc_id      = aws_vpc.this.id
      }

      resource "aws_lb_target_group_attachment" "this" {
        target_group_arn = aws_lb_target_group.this.arn
        target_id        = "192.168.2.10"
      }

      resource "aws_lb_listener_rule" "food" {
        listener_arn = aws_lb_listener.this.arn
        priority     = 100

        condition {
          host_header {
            values = ["food.shop.example"]
          }
        }

        action {
          type             = "forward"
          target_group_arn = aws_lb_target_group.this.arn
        }
      }

      resource "aws_route53_zone" "this" {
        name = "shop.example"

        vpc {
          vpc_id = aws_vpc.this.id
        }
      }

      resource "aws_route53_record" "food" {
        zone_id = aws_route53_zone.this.zone_id
        name    = "food"
        type    = "A"

        alias {
          name                   = aws_lb.this.dns_name
          zone_id                = aws_lb.this.zone_id
          evaluate_target_health = true
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void aNetworkComesAndGoes() {
    try (NetworkServices services = new NetworkServices(folder.resolve("data"));
        ProviderServer server =
            ProviderServer.start(
                services.registry(),
                HOME,
                (caller, request) -> {
                  throw new IllegalStateException("no roles here");
                },
                folder.resolve("run/aws.sock"))) {
      Terraform terraform =
          Terraform.in(folder).file("main.tf", SHOP).reattached(server.reattach());

      assertThat(terraform.run("apply", "-auto-approve", "-no-color").output())
          .contains("Apply complete! Resources: 17 added")
          .doesNotContain("Warning");
      assertThat(resolved(services)).hasToString("[192.168.2.5, 192.168.3.4]");
      assertThat(services.fabric.topology().networkInterfaces())
          .extracting(NetworkInterface::description)
          .hasSize(3)
          .anyMatch(text -> text.startsWith("ELB app/shop/"));

      assertThat(terraform.run("plan", "-detailed-exitcode", "-no-color").output())
          .contains("No changes.");

      terraform.file("main.tf", SHOP.replace("to_port           = 443", "to_port           = 444"));
      assertThat(terraform.run("apply", "-auto-approve", "-no-color").output())
          .contains("Resources: 0 added, 1 changed, 0 destroyed");

      assertThat(terraform.run("destroy", "-auto-approve", "-no-color").output())
          .contains("Destroy complete! Resources: 17 destroyed");
      Topology empty = services.fabric.topology();
      assertThat(empty.vpcs()).isEmpty();
      assertThat(empty.networkInterfaces()).isEmpty();
      assertThat(resolved(services)).isEmpty();
    }
  }

  private static List<Ipv4> resolved(NetworkServices services) {
    return services.fabric.topology().vpcs().stream()
        .flatMap(vpc -> services.fabric.resolver(vpc.id()).addresses("food.shop.example").stream())
        .sorted()
        .toList();
  }
}
