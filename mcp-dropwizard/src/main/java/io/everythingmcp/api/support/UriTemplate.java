package io.everythingmcp.api.support;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URI template of level 1 (RFC 6570, 1.2): literals and simple expressions {@code {name}}. A
 * variable does not span a slash, and its value is percent-decoded.
 */
public final class UriTemplate {
  private static final Pattern EXPRESSION = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)*");
  private static final Pattern NO_LITERAL = Pattern.compile("[\\x00-\\x20\"<>\\\\^`{|}\\x7f]");
  private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final Pattern DOT_SEGMENT = Pattern.compile("(^|[/\\\\])\\.{1,2}($|[/\\\\])");

  private final Pattern pattern;
  private final List<String> names = new ArrayList<>();

  private UriTemplate(String template) {
    StringBuilder regex = new StringBuilder();
    Matcher expression = EXPRESSION.matcher(template);
    int end = 0;
    while (expression.find()) {
      regex.append(literal(template, template.substring(end, expression.start())));
      names.add(name(template, expression.group(1)));
      regex.append("([^/?#]+)");
      end = expression.end();
    }
    pattern = Pattern.compile(regex.append(literal(template, template.substring(end))).toString());
  }

  /**
   * Parses a URI template.
   *
   * @param template text of the template
   * @return the template
   * @throws IllegalArgumentException if the template is invalid or not supported
   */
  public static UriTemplate of(String template) {
    return new UriTemplate(template);
  }

  private String name(String template, String expression) {
    if (!NAME.matcher(expression).matches()) {
      throw refused(
          template,
          "the expression {" + expression + "}; only {name} can be matched (RFC 6570, level 1)");
    }
    if (names.contains(expression)) {
      throw refused(template, "the variable " + expression + " more than once");
    }
    return expression;
  }

  private static String literal(String template, String text) {
    Matcher wrong = NO_LITERAL.matcher(text);
    if (wrong.find()) {
      throw refused(
          template,
          "the character '" + wrong.group() + "' outside an expression (RFC 6570, 2.1: literals)");
    }
    return Pattern.quote(normal(text));
  }

  private static IllegalArgumentException refused(String template, String problem) {
    return new IllegalArgumentException("The URI template \"" + template + "\" has " + problem);
  }

  /** Percent-encodes what is not ASCII, and writes all percent-encodings alike (RFC 3986, 6.2). */
  private static String normal(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b >= 0) {
        ascii.append((char) b);
      } else {
        ascii.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
      }
    }
    return ENCODED.matcher(ascii).replaceAll(one -> one.group().toUpperCase(Locale.ROOT));
  }

  /**
   * Matches a URI.
   *
   * @param uri the URI
   * @return the decoded values of the variables by name; empty if the URI does not match
   */
  public Optional<Map<String, String>> match(String uri) {
    Matcher matcher = pattern.matcher(normal(uri));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Optional<String> value = decoded(matcher.group(i + 1));
      if (value.isEmpty() || leavesItsPlace(value.get())) {
        return Optional.empty();
      }
      values.put(names.get(i), value.get());
    }
    return Optional.of(values);
  }

  private static boolean leavesItsPlace(String value) {
    return DOT_SEGMENT.matcher(value).find()
        || value.indexOf('\\') >= 0
        || value.indexOf('\0') >= 0;
  }

  /** Decodes percent-encoding; empty if the result is not valid UTF-8. */
  private static Optional<String> decoded(String ascii) {
    ByteBuffer bytes = ByteBuffer.allocate(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      if (ascii.charAt(i) != '%') {
        bytes.put((byte) ascii.charAt(i));
      } else if (ENCODED.matcher(ascii).region(i, ascii.length()).lookingAt()) {
        bytes.put((byte) Integer.parseInt(ascii, i + 1, i + 3, 16));
        i += 2;
      } else {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
