package io.everythingmcp.server.authserver.client;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Special-purpose addresses, which are not global: loopback, private networks, cloud metadata
 * services, documentation and tests, and addresses that embed one of them.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">Special-purpose
 *     addresses of IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">and of IPv6</a>
 */
final class SpecialPurposeAddresses {
  private static final List<Block> IPV4 =
      List.of(
          new Block(8, 0),
          new Block(8, 10),
          new Block(10, 100, 64),
          new Block(8, 127),
          new Block(16, 169, 254),
          new Block(12, 172, 16),
          new Block(24, 192, 0, 0),
          new Block(24, 192, 0, 2),
          new Block(24, 192, 88, 99),
          new Block(16, 192, 168),
          new Block(15, 198, 18),
          new Block(24, 198, 51, 100),
          new Block(24, 203, 0, 113),
          new Block(4, 224),
          new Block(4, 240));

  /**
   * All that is in use of IPv6; mapped, translated, local and multicast addresses are not in it.
   */
  private static final Block GLOBAL_UNICAST = new Block(3, 0x20);

  private static final List<Block> IPV6 =
      List.of(
          // Protocol assignments, Teredo among them, then documentation, 6to4, documentation.
          new Block(23, 0x20, 0x01, 0x00),
          new Block(32, 0x20, 0x01, 0x0d, 0xb8),
          new Block(16, 0x20, 0x02),
          new Block(20, 0x3f, 0xff, 0x00));

  private SpecialPurposeAddresses() {}

  /** Whether an address is one of them. */
  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return IPV4.stream().anyMatch(block -> block.contains(bytes));
    }
    return !GLOBAL_UNICAST.contains(bytes)
        || IPV6.stream().anyMatch(block -> block.contains(bytes));
  }

  /** Addresses with a common prefix. */
  private static final class Block {
    private final int bits;
    private final int[] start;

    Block(int bits, int... start) {
      this.bits = bits;
      this.start = start.clone();
    }

    boolean contains(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mine = bit / 8 < start.length ? start[bit / 8] : 0;
        int mask = 0x80 >> (bit % 8);
        if ((mine & mask) != (address[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
