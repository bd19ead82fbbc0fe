package io.everythingmcp.server.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Validation of UTF-8, the only encoding of messages.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-8.1">RFC 8259, 8.1</a>
 */
final class Utf8Validator {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long NOT_ASCII = 0x8080808080808080L;

  /** Number of characters that are decoded at a time. */
  private static final int PIECE = 4096;

  private Utf8Validator() {}

  /**
   * Returns whether a text can be JSON in UTF-8. The JSON parser alone is not sufficient: it also
   * accepts UTF-16 and UTF-32, by a byte order mark or by leading zeros, as well as overlong
   * encodings and unpaired surrogates.
   */
  static boolean canBeJson(byte[] text) {
    for (int i = 0; i < Math.min(text.length, 4); i++) {
      if (text[i] == 0) {
        return false;
      }
    }
    int ascii = startsInAscii(text);
    return ascii == text.length || decodes(ByteBuffer.wrap(text, ascii, text.length - ascii));
  }

  /** How many bytes at the start are sure to be ASCII. */
  private static int startsInAscii(byte[] text) {
    int i = 0;
    while (i <= text.length - Long.BYTES && ((long) LONGS.get(text, i) & NOT_ASCII) == 0) {
      i += Long.BYTES;
    }
    while (i < text.length && text[i] >= 0) {
      i++;
    }
    return i;
  }

  private static boolean decodes(ByteBuffer text) {
    // A decoder reports malformed input, which the methods of String would replace.
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer piece = CharBuffer.allocate(Math.min(PIECE, text.remaining() + 1));
    while (true) {
      var result = decoder.decode(text, piece.clear(), true);
      if (!result.isOverflow()) {
        return !result.isError();
      }
    }
  }

  /**
   * Returns whether no text of a tree has an unpaired surrogate. Escapes can contain one, which
   * cannot be encoded again.
   */
  static boolean paired(byte[] utf8, JsonNode tree) {
    for (int i = 0; i < utf8.length - 2; i++) {
      boolean escape = utf8[i] == '\\' && utf8[i + 1] == 'u';
      if (escape && (utf8[i + 2] == 'd' || utf8[i + 2] == 'D')) {
        return paired(tree);
      }
    }
    return true;
  }

  /** Whether no text in a tree, names of members among them, has half of a surrogate pair. */
  static boolean paired(JsonNode node) {
    if (node.isTextual()) {
      return paired(node.textValue());
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!paired(member.getKey())) {
        return false;
      }
    }
    for (JsonNode child : node) {
      if (!paired(child)) {
        return false;
      }
    }
    return true;
  }

  private static boolean paired(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
