package dev.skybridge.app.deployment;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One Terraform state of the infrastructure: a root folder applied with its variables to an
 * account.
 *
 * @param name the name on the command line: {@code consumer} or a microservice account's
 * @param root the root module's folder
 * @param variables the file with its variables; absent where the root's own terraform.tfvars holds
 *     them
 * @param account the 12-digit account id that the variables name
 * @param region the Region that the variables name, or the root's default
 */
public record Deployment(
    String name, Path root, Optional<Path> variables, String account, String region) {}
