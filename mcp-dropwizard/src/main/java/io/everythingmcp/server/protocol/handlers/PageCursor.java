package io.everythingmcp.server.protocol.handlers;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Pagination cursor: the next page starts after the last entry of the previous one. It names that
 * entry, so that other entries can be added and removed, and its index, for the case that the entry
 * was removed. Opaque to clients.
 *
 * @param index index of the entry
 * @param name name or URI of the entry
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/pagination">Pagination</a>
 */
record PageCursor(int index, String name) {

  private static final int LONGEST = 4_096;

  /** The cursor as clients see it; valid for one list only. */
  String encode(String list) {
    String content = index + " " + name;
    byte[] bytes = (checksum(list, content) + " " + content).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Reads a cursor that a client sent back; empty when it is not one of ours for this list. */
  static Optional<PageCursor> decode(String list, String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 3);
      if (parts.length == 3 && parts[0].equals(checksum(list, parts[1] + " " + parts[2]))) {
        int index = Integer.parseInt(parts[1]);
        return index < 0 ? Optional.empty() : Optional.of(new PageCursor(index, parts[2]));
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String checksum(String list, String content) {
    CRC32 crc = new CRC32();
    crc.update((list + "\n" + content).getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
