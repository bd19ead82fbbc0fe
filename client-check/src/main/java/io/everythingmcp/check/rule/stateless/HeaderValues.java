package io.everythingmcp.check.rule.stateless;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding of header values whose characters a header cannot carry. */
final class HeaderValues {
  private static final Pattern ENCODED = Pattern.compile("=\\?base64\\?(.*)\\?=", Pattern.DOTALL);

  private HeaderValues() {}

  /** Returns the decoded value; null for an invalid encoding. */
  static String decode(String sent) {
    String value = sent.strip();
    Matcher matcher = ENCODED.matcher(value);
    if (!matcher.matches()) {
      return value;
    }
    if (matcher.group(1).length() % 4 != 0) {
      return null;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(matcher.group(1));
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return null;
    }
  }

  static boolean isEncoded(String sent) {
    return ENCODED.matcher(sent.strip()).matches();
  }

  /** Whether a value may only be sent encoded. */
  static boolean needsEncoding(String value) {
    return !value.equals(value.strip())
        || ENCODED.matcher(value).matches()
        || value.chars().anyMatch(c -> c < 0x20 || c > 0x7e);
  }
}
