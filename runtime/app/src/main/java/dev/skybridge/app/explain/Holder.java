package dev.skybridge.app.explain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The resource instance of a Terraform state that holds a rule.
 *
 * @param deployment the deployment whose state it is in
 * @param address as Terraform prints it, e.g. {@code module.m["food"].aws_vpc.this}
 * @param attribute the attribute that the rule is written in; empty where the whole resource is it
 * @param source where the configuration declares the resource, {@code FILE:LINE}; empty if the
 *     sources are not at hand
 */
public record Holder(String deployment, String address, String attribute, Optional<String> source) {
  public Holder {
    requireNonNull(deployment);
    requireNonNull(address);
    requireNonNull(attribute);
    requireNonNull(source);
  }
}
