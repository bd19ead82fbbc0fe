package io.everythingmcp.server.wire;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names that cannot be guessed. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** 128 random bits in hexadecimal. */
  public static String random() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
