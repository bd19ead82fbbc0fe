package io.everythingmcp.server.transport.stdio;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lines of bytes, none longer than a limit. */
final class BoundedLineReader {
  private final InputStream in;
  private final int limit;

  /** The line that was too long; its rest has been skipped. */
  static final byte[] TOO_LONG = new byte[0];

  BoundedLineReader(InputStream in, int limit) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.limit = limit;
  }

  /**
   * The next line that is not blank, without its end; {@link #TOO_LONG}; or null at the end of
   * input.
   */
  byte[] next() throws IOException {
    while (true) {
      ByteArrayOutputStream line = new ByteArrayOutputStream(256);
      int length = 0;
      int b = in.read();
      for (; b >= 0 && b != '\n'; b = in.read()) {
        if (++length <= limit) {
          line.write(b);
        }
      }
      if (length > limit) {
        return TOO_LONG;
      }
      byte[] bytes = line.toByteArray();
      if (!blank(bytes)) {
        return bytes;
      }
      if (b < 0) {
        return null;
      }
    }
  }

  private static boolean blank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
