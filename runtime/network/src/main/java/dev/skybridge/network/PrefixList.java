package dev.skybridge.network;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A named list of blocks, e.g. the addresses of an AWS service in a Region.
 *
 * @param id e.g. {@code pl-0a1b}
 * @param name e.g. {@code com.amazonaws.eu-central-1.dynamodb}
 * @param cidrs its blocks
 */
public record PrefixList(String id, String name, List<Cidr> cidrs) {
  public PrefixList {
    requireNonNull(id);
    requireNonNull(name);
    cidrs = List.copyOf(cidrs);
  }
}
