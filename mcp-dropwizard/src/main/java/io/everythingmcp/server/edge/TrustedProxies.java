package io.everythingmcp.server.edge;

import io.everythingmcp.server.limit.ClientNetwork;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Proxies whose forwarded headers are trusted. */
public final class TrustedProxies {
  private final List<Network> networks = new ArrayList<>();

  private record Network(InetAddress address, int bits) {
    boolean contains(byte[] other) {
      byte[] mine = address.getAddress();
      if (other.length != mine.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Creates the list.
   *
   * @param text addresses, and networks such as 10.0.0.0/8, separated by commas; empty for none
   * @throws IllegalArgumentException with the invalid value
   */
  public TrustedProxies(String text) {
    for (String entry : text.split(",", -1)) {
      if (!entry.isBlank()) {
        networks.add(network(entry.strip()));
      }
    }
  }

  private static Network network(String entry) {
    int slash = entry.indexOf('/');
    InetAddress address = ClientNetwork.parse(slash < 0 ? entry : entry.substring(0, slash));
    if (address != null) {
      int all = address.getAddress().length * Byte.SIZE;
      int bits = slash < 0 ? all : bits(entry.substring(slash + 1));
      if (bits >= 0 && bits <= all) {
        return new Network(address, bits);
      }
    }
    throw new IllegalArgumentException(
        "\"" + entry + "\" is neither an address nor a network such as 10.0.0.0/8");
  }

  private static int bits(String text) {
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
  }

  /** Whether there are any. */
  public boolean any() {
    return !networks.isEmpty();
  }

  /** Whether an address is that of one. */
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return networks.stream().anyMatch(network -> network.contains(bytes));
  }
}
