package io.everythingmcp.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;

/** Values that are known to expose defects. */
final class EdgeCaseValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final String[] NUMBERS = {
    "0",
    "-0",
    "-1",
    "1.5",
    "1.0",
    "1e5",
    "-1e-9",
    "2147483648",
    "-2147483649",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775809",
    "1e308",
    "1e309",
    "-1e400",
    "1e-400",
    "1e999999999",
    "1E+2147483648",
    "0.1000000000000000055511151231257827",
    "123456789012345678901234567890",
    "1" + "0".repeat(500),
    "1" + "0".repeat(1500),
    "0." + "0".repeat(900) + "1",
  };

  private static final String[] STRINGS = {
    "",
    " ",
    "\0",
    "\u0000x",
    "a\nb",
    "a\r\nX: y",
    "\t",
    "\u007f",
    "\u0085",
    "\u2028\u2029",
    "\ud800",
    "\udc00x",
    "x\ud83d",
    "\ud83d\ude00",
    "\u202e",
    "\ufeff",
    "\uffff",
    "İı",
    "ß",
    "../../etc/passwd",
    "%00",
    "%",
    "%zz",
    "{id}",
    "${x}",
    "#{1+1}",
    "' OR 1=1 --",
    "null",
    "NaN",
    "test://static/resource/99999999999999999999",
    "test://static/resource/-1",
    "file:///etc/passwd",
    "test://clock/../..",
    "docs://everything/../x",
    "test://",
    ":",
    "http://[::1",
    "a:b c",
    "=?base64?====?=",
    "2026-07-28",
    "2025-11-25",
    "1900-01-01",
    "ping",
    "tools/call",
    "accept",
    "x".repeat(5_000),
    "(".repeat(200),
    "a".repeat(40) + "!",
  };

  private EdgeCaseValues() {}

  static JsonNode value(SeededRandom seededRandom) {
    return switch (seededRandom.below(9)) {
      case 0, 1 -> JSON.rawValueNode(new RawValue(seededRandom.of(NUMBERS)));
      case 2, 3, 4 -> JSON.textNode(string(seededRandom));
      case 5 -> seededRandom.of(JSON.nullNode(), JSON.booleanNode(true), JSON.booleanNode(false));
      case 6 ->
          seededRandom.of(
              JSON.objectNode(), JSON.arrayNode(), JSON.arrayNode().add(JSON.nullNode()));
      case 7 -> nested(seededRandom);
      default -> JSON.objectNode().put(string(seededRandom), 1);
    };
  }

  static String string(SeededRandom seededRandom) {
    return seededRandom.of(STRINGS);
  }

  private static JsonNode nested(SeededRandom seededRandom) {
    int depth = seededRandom.of(5, 30, 62, 65, 300, 5_000);
    String text =
        seededRandom.percent(50)
            ? "[".repeat(depth) + "]".repeat(depth)
            : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    return JSON.rawValueNode(new RawValue(text));
  }
}
