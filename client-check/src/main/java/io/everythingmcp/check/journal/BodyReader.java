package io.everythingmcp.check.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes a body, and truncates it to the maximum stored length. */
final class BodyReader {
  private static final int LONGEST_VALUE = 1024;
  private static final int MOST_ELEMENTS = 500;

  private BodyReader() {}

  static RecordedBody read(byte[] bytes, long length) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, length == bytes.length);
    String problem = null;
    String text;
    if (result.isError()) {
      problem = "not UTF-8 at byte " + in.position();
      text = new String(bytes, StandardCharsets.UTF_8);
    } else {
      text = out.flip().toString();
    }
    if (length > bytes.length) {
      problem = "only the first " + bytes.length + " of " + length + " bytes were read";
    }
    return new RecordedBody(
        text.length() > RecordedBody.KEPT ? shorten(text) : text, length, problem, false);
  }

  private static String shorten(String text) {
    try {
      JsonNode json = JournalJson.parse(text);
      if (json.isContainerNode()) {
        String shorter = JournalJson.write(shorten(json));
        if (shorter.length() <= 4 * RecordedBody.KEPT) {
          return shorter;
        }
      }
    } catch (JsonProcessingException e) {
      return text.substring(0, RecordedBody.KEPT);
    }
    return text.substring(0, RecordedBody.KEPT);
  }

  private static JsonNode shorten(JsonNode node) {
    if (node.isTextual() && node.textValue().length() > LONGEST_VALUE) {
      String text = node.textValue();
      return TextNode.valueOf(
          text.substring(0, 160)
              + "…("
              + text.length()
              + " characters, "
              + Sha256Digests.tag(text)
              + ")");
    }
    if (node instanceof ArrayNode array) {
      ArrayNode shorter = array.arrayNode();
      for (int i = 0; i < Math.min(array.size(), MOST_ELEMENTS); i++) {
        shorter.add(shorten(array.get(i)));
      }
      return shorter;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode shorter = object.objectNode();
      object.properties().forEach(field -> shorter.set(field.getKey(), shorten(field.getValue())));
      return shorter;
    }
    return node;
  }
}
