package dev.skybridge.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the kernel says of this process's listening TCP sockets (proc(5), /proc/self/net/tcp). */
final class Listening {
  private static final String LISTEN = "0A";
  private static final String MAPPED = "0000000000000000FFFF0000";

  private Listening() {}

  /** The port of the socket that listens at an address. */
  static int port(InetAddress address) throws IOException {
    byte[] bytes = address.getAddress();
    String prefix =
        String.format(Locale.ROOT, "%02X%02X%02X%02X:", bytes[3], bytes[2], bytes[1], bytes[0]);
    return sockets().stream()
        .filter(local -> local.startsWith(prefix))
        .map(local -> Integer.parseInt(local.substring(prefix.length()), 16))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing listens at " + address));
  }

  /** The listening addresses in 127.0.0.0/8 but 127.0.0.1: those of network interfaces. */
  static List<String> ofInterfaces() throws IOException {
    return sockets().stream()
        .filter(local -> local.startsWith("7F", 6) && !local.startsWith("0100007F"))
        .toList();
  }

  /** Every TCP address at which this process listens. */
  static List<InetSocketAddress> all() throws IOException {
    List<InetSocketAddress> all = new ArrayList<>();
    for (String local : sockets()) {
      String[] parts = local.split(":", 2);
      if (parts[0].length() == 8) {
        byte[] address = HexFormat.of().parseHex(parts[0].toUpperCase(Locale.ROOT));
        byte[] inOrder = {address[3], address[2], address[1], address[0]};
        int port = Integer.parseInt(parts[1], 16);
        all.add(new InetSocketAddress(InetAddress.getByAddress(inOrder), port));
      }
    }
    return all;
  }

  /** The files that this process holds open whose paths end so. */
  static List<String> openFiles(String suffix) throws IOException {
    return inodes().stream().filter(path -> path.endsWith(suffix)).toList();
  }

  private static List<String> sockets() throws IOException {
    Set<String> own = inodes();
    List<String> found = new ArrayList<>();
    for (String table : new String[] {"tcp", "tcp6"}) {
      List<String> lines = Files.readAllLines(Path.of("/proc/self/net", table));
      for (String line : lines.subList(1, lines.size())) {
        String[] columns = line.strip().split("\\s+", -1);
        if (columns[3].equals(LISTEN) && own.contains("socket:[" + columns[9] + "]")) {
          String local = columns[1];
          found.add(local.startsWith(MAPPED) ? local.substring(MAPPED.length()) : local);
        }
      }
    }
    return found;
  }

  private static Set<String> inodes() throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      for (Path descriptor : descriptors.toList()) {
        if (Files.isSymbolicLink(descriptor)) {
          inodes.add(Files.readSymbolicLink(descriptor).toString());
        }
      }
    }
    return inodes;
  }
}
