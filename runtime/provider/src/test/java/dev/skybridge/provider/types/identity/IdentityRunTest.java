package dev.skybridge.provider.types.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Trust;
import dev.skybridge.provider.protocol.ProviderServer;
import dev.skybridge.provider.testing.MemoryInventory;
import dev.skybridge.provider.testing.Terraform;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shared secret of the infrastructure, applied by Terraform and read from another account. */
class IdentityRunTest {
  private static final String VALUE = "vpce-0123456789abcdef0";
  private static final String CONSUMER =
      """
      variable "reader" { type = string }
      resource "aws_kms_key" "this" {
        enable_key_rotation = true
        policy = jsonencode({ Version = "2012-10-17", Statement = [
          { Effect = "Allow", Action = "kms:*", Resource = "*", Principal = { AWS = "arn:aws:iam::111122223333:root" } },
          { Effect = "Allow", Action = "kms:Decrypt", Resource = "*", Principal = { AWS = "arn:aws:iam::777788889999:root" },
            Condition = { StringEquals = { "kms:ViaService" = "secretsmanager.eu-central-1.amazonaws.com", "kms:CallerAccount" = "777788889999" } } }
        ] })
      }
      resource "aws_secretsmanager_secret" "this" {
        name                    = "shared"
        kms_key_id              = aws_kms_key.this.arn
        recovery_window_in_days = 0
      }
      resource "aws_secretsmanager_secret_version" "this" {
        secret_id     = aws_secretsmanager_secret.this.id
        secret_string = "vpce-0123456789abcdef0"
      }
      resource "aws_secretsmanager_secret_policy" "this" {
        secret_arn          = aws_secretsmanager_secret.this.arn
        block_public_policy = true
        policy = jsonencode({ Version = "2012-10-17", Statement = [
          { Sid = "Share", Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = "*", Principal = { AWS = "arn:aws:iam::${var.reader}:root" } }
        ] })
      }
      """;
  private static final String FOOD =
      """
      data "aws_secretsmanager_secret_version" "this" {
        secret_id = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:shared"
      }
      output "value" {
        value = nonsensitive(data.aws_secretsmanager_secret_version.this.secret_string)
      }
      """;
  private static final Trust NOBODY =
      (caller, request) -> {
        throw new IllegalStateException("no roles here");
      };

  private final MemoryInventory inventory = new MemoryInventory();
  @TempDir Path folder;
  private Terraform consumer;
  private Terraform food;

  @BeforeEach
  void write() {
    var root = Terraform.in(folder);
    consumer = root.below("consumer").file("main.tf", CONSUMER);
    food = root.below("food").file("main.tf", FOOD);
  }

  @Test
  void anotherAccountReadsTheSecretWhileItsPolicyAllows() {
    var services = new IdentityServices(folder.resolve("data"), inventory);
    try (var home = server(services, "111122223333");
        var abroad = server(services, "777788889999")) {
      consumer.reattached(home.reattach());
      food.reattached(abroad.reattach());

      share("777788889999");
      assertThat(read()).contains(VALUE);
      assertThat(inventory.entries()).hasSize(4);
      assertThat(inventory.entries().toString()).doesNotContain(VALUE);
      assertThat(
              consumer
                  .run("plan", "-detailed-exitcode", "-no-color", "-var=reader=777788889999")
                  .status())
          .isZero();

      share("444455556666");
      assertThat(read())
          .contains(
              "User: arn:aws:iam::777788889999:root is not authorized to perform:"
                  + " secretsmanager:GetSecretValue")
          .contains(
              "nearest is statement 1 (Sid Share): Principal is arn:aws:iam::777788889999:root"
                  + " (expected: arn:aws:iam::444455556666:root)");
    }
  }

  @Test
  void theValueIsThereAfterARestart() {
    try (var home =
        server(new IdentityServices(folder.resolve("data"), inventory), "111122223333")) {
      consumer.reattached(home.reattach());
      share("777788889999");
    }
    var restarted = new IdentityServices(folder.resolve("data"), inventory);
    restarted.registry.boot();
    try (var abroad = server(restarted, "777788889999")) {
      food.reattached(abroad.reattach());
      assertThat(read()).contains(VALUE);
    }
  }

  private void share(String reader) {
    assertThat(
            consumer.run("apply", "-auto-approve", "-no-color", "-var=reader=" + reader).output())
        .contains("Apply complete!");
  }

  private String read() {
    return food.run("apply", "-auto-approve", "-no-color").flat();
  }

  private ProviderServer server(IdentityServices services, String account) {
    var scope = new Scope(new AccountId(account), new Region("eu-central-1"));
    return ProviderServer.start(
        services.registry, scope, NOBODY, folder.resolve("run/" + account + ".sock"));
  }
}
