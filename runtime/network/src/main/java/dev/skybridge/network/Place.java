package dev.skybridge.network;

/** Whom a rule or a route is about: a block, a prefix list, or the members of a group. */
public sealed interface Place {
  /** The addresses of a block. */
  record Block(Cidr cidr) implements Place {
    @Override
    public String toString() {
      return cidr.toString();
    }
  }

  /** The addresses of the prefix list with this id. */
  record Listed(String prefixListId) implements Place {
    @Override
    public String toString() {
      return prefixListId;
    }
  }

  /** The interfaces that are in the security group with this id. */
  record Member(String groupId) implements Place {
    @Override
    public String toString() {
      return groupId;
    }
  }
}
