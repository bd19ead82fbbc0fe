package io.everythingmcp.server.protocol.handlers;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matches URIs against an RFC 6570 template of level 1: literals and {@code {variables}}. A
 * variable never spans a slash, and what it matches is percent-decoded; anything that could leave
 * its place, such as {@code ..}, does not match at all.
 */
final class UriTemplate {
  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z0-9_]+)}");
  private static final Map<String, UriTemplate> PARSED = new ConcurrentHashMap<>();

  private final Pattern pattern;
  private final List<String> names = new ArrayList<>();

  private UriTemplate(String template) {
    StringBuilder regex = new StringBuilder();
    Matcher matcher = VARIABLE.matcher(template);
    int end = 0;
    while (matcher.find()) {
      regex.append(Pattern.quote(template.substring(end, matcher.start()))).append("([^/?#]+)");
      names.add(matcher.group(1));
      end = matcher.end();
    }
    pattern = Pattern.compile(regex.append(Pattern.quote(template.substring(end))).toString());
  }

  /** The values of the variables in a URI, or nothing when it does not match. */
  static Optional<Map<String, String>> match(String template, String uri) {
    UriTemplate parsed = PARSED.computeIfAbsent(template, UriTemplate::new);
    Matcher matcher = parsed.pattern.matcher(uri);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < parsed.names.size(); i++) {
      String value = decode(matcher.group(i + 1));
      if (value == null
          || value.contains("..")
          || value.indexOf('\\') >= 0
          || value.indexOf('\0') >= 0) {
        return Optional.empty();
      }
      values.put(parsed.names.get(i), value);
    }
    return Optional.of(values);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
