package io.everythingmcp.conformance.operations;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exported span with the OTLP fields that the tests check.
 *
 * @param trace trace id, in hexadecimal
 * @param parent id of the parent span, in hexadecimal; empty for a root span
 * @param name its name
 * @param attributes attributes with string values
 * @param service service name of the sender
 */
record CollectedSpan(
    String trace, String parent, String name, Map<String, String> attributes, String service) {

  /** Returns all spans of an export request. */
  static List<CollectedSpan> all(byte[] request) {
    List<CollectedSpan> spans = new ArrayList<>();
    for (ByteBuffer ofResource : parts(ByteBuffer.wrap(request), 1)) {
      String service = attributes(part(ofResource, 1), 1).get("service.name");
      for (ByteBuffer ofScope : parts(ofResource, 2)) {
        parts(ofScope, 2).forEach(span -> spans.add(span(span, service)));
      }
    }
    return spans;
  }

  private static CollectedSpan span(ByteBuffer span, String service) {
    return new CollectedSpan(
        hex(part(span, 1)), hex(part(span, 4)), text(part(span, 5)), attributes(span, 9), service);
  }

  private static Map<String, String> attributes(ByteBuffer holder, int field) {
    Map<String, String> attributes = new TreeMap<>();
    parts(holder, field).forEach(a -> attributes.put(text(part(a, 1)), text(part(part(a, 2), 1))));
    return attributes;
  }

  private static String hex(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return HexFormat.of().formatHex(copy);
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }

  private static ByteBuffer part(ByteBuffer message, int field) {
    List<ByteBuffer> parts = parts(message, field);
    return parts.isEmpty() ? ByteBuffer.allocate(0) : parts.get(0);
  }

  /** Returns the length-delimited values of a field: texts, bytes and messages. */
  private static List<ByteBuffer> parts(ByteBuffer message, int field) {
    ByteBuffer rest = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    List<ByteBuffer> parts = new ArrayList<>();
    while (rest.hasRemaining()) {
      int tag = number(rest);
      int length =
          switch (tag & 7) {
            case 0 -> {
              number(rest);
              yield 0;
            }
            case 1 -> Long.BYTES;
            case 2 -> number(rest);
            case 5 -> Integer.BYTES;
            default -> throw new AssertionError("This is not valid protobuf: tag " + tag);
          };
      if ((tag & 7) == 2 && tag >> 3 == field) {
        parts.add(rest.slice(rest.position(), length));
      }
      rest.position(rest.position() + length);
    }
    return parts;
  }

  private static int number(ByteBuffer from) {
    int number = 0;
    int shift = 0;
    byte next;
    do {
      next = from.get();
      number |= (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return number;
  }
}
