package io.everythingmcp.server.observation.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.observation.logging.LogRedaction;
import io.everythingmcp.server.wire.TextTruncation;
import io.everythingmcp.server.wire.WireJson;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Messages as they are logged: one line, without credentials, of limited length. Removed are the
 * values of members whose name is that of a credential, at any depth, and everything that {@link
 * LogRedaction} recognizes in texts.
 */
final class TrafficRedaction {
  private static final String GONE = "[redacted]";

  /** Ends of names, in lower case and without separators. */
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          ".*(?:token|secret|password|passwd|passphrase|passcode|apikey|privatekey|credential"
              + "|authorization|cookie|assertion|codeverifier|csrf|otp|cvv)s?|requeststate|pin");

  private static final Pattern SEPARATORS = Pattern.compile("[_.\\- ]|.*/");
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]");

  /** Not a credential, although its name ends like one. */
  private static final String PROGRESS = "progresstoken";

  /** In a JSON Schema the members of this one are named like values, and have none. */
  private static final String SCHEMA = "properties";

  /**
   * A credential that begins before the limit is recognized if it ends within this number of
   * further characters.
   */
  private static final int MARGIN = 8_192;

  private final int maxLength;

  TrafficRedaction(int maxLength) {
    this.maxLength = maxLength;
  }

  /** The text of a message. */
  String text(JsonNode message) {
    String whole = WireJson.text(without(message, false));
    String text = clean(TextTruncation.beginning(whole, maxLength + MARGIN));
    return whole.length() <= maxLength
        ? text
        : TextTruncation.beginning(text, maxLength)
            + "... ("
            + whole.length()
            + " characters in all)";
  }

  /** Returns a text on one line, with possible credentials redacted. */
  static String clean(String text) {
    return UNPRINTABLE.matcher(LogRedaction.of(text)).replaceAll("?");
  }

  private static JsonNode without(JsonNode value, boolean schema) {
    if (value instanceof ObjectNode object) {
      ObjectNode copy = WireJson.object();
      object
          .properties()
          .forEach(
              member -> {
                String name = member.getKey();
                if (credential(name, member.getValue(), schema)) {
                  copy.put(name, GONE);
                } else {
                  copy.set(name, without(member.getValue(), name.equals(SCHEMA)));
                }
              });
      return copy;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = WireJson.MAPPER.createArrayNode();
      array.forEach(element -> copy.add(without(element, false)));
      return copy;
    }
    return value;
  }

  private static boolean credential(String name, JsonNode value, boolean schema) {
    if (value.isNull() || value.isBoolean() || (schema && value.isObject())) {
      return false;
    }
    String plain = SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    boolean count = value.isNumber() && plain.endsWith("tokens");
    return !count && !plain.equals(PROGRESS) && CREDENTIAL.matcher(plain).matches();
  }
}
