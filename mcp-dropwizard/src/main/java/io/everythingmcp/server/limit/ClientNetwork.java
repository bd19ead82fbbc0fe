package io.everythingmcp.server.limit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Normalizes addresses for limits: an IPv4 address, or the first 64 bits of an IPv6 address,
 * because a client usually has 2^64 of them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6177">RFC 6177</a>
 */
public final class ClientNetwork {
  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final int HALF = 8;

  private ClientNetwork() {}

  /**
   * Returns the key of an address.
   *
   * @param address as returned by a container: with or without brackets, a zone, omitted zeros
   */
  public static String of(String address) {
    if (address == null) {
      return "";
    }
    InetAddress parsed = parse(address);
    if (parsed == null) {
      return address;
    }
    byte[] bytes = parsed.getAddress();
    return parsed instanceof Inet4Address
        ? parsed.getHostAddress()
        : HexFormat.of().formatHex(bytes, 0, HALF) + "/64";
  }

  /** Parses an address literal; null for a host name, which is not resolved. */
  public static InetAddress parse(String address) {
    String bare = address.strip();
    if (bare.startsWith("[") && bare.endsWith("]")) {
      bare = bare.substring(1, bare.length() - 1);
    }
    int zone = bare.indexOf('%');
    if (zone >= 0) {
      bare = bare.substring(0, zone);
    }
    if (!bare.contains(":") && !V4.matcher(bare).matches()) {
      return null;
    }
    try {
      // An address of IPv4 that is written as one of IPv6 becomes what it is.
      return InetAddress.getByName(bare);
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
