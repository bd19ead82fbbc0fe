package io.everythingmcp.conformance.oauth;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The first form of a page, as a browser without JavaScript would send it.
 *
 * @param action where to
 * @param fields what with
 */
public record OAuthPageForm(String action, Map<String, String> fields) {
  private static final Pattern FORM = Pattern.compile("(?is)<form\\b([^>]*)>(.*?)</form>");
  private static final Pattern FIELD =
      Pattern.compile("(?is)<(input|button|option|select)\\b([^>]*)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?is)([\\w-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+)))?");

  /** Reads it; a user is chosen where there is a field for one. */
  public static Optional<OAuthPageForm> in(String page, String user) {
    Matcher form = FORM.matcher(page);
    if (!form.find()) {
      return Optional.empty();
    }
    Map<String, String> fields = new LinkedHashMap<>();
    boolean submitted = false;
    String select = "";
    Matcher field = FIELD.matcher(form.group(2));
    while (field.find()) {
      Map<String, String> has = attributes(field.group(2));
      String kind = field.group(1).toLowerCase(Locale.ROOT);
      String type = has.getOrDefault("type", kind.equals("button") ? "submit" : "text");
      String name = has.getOrDefault("name", "");
      String value = has.getOrDefault("value", "");
      if (kind.equals("select")) {
        select = name;
      } else if (kind.equals("option")) {
        choose(fields, select, value, has.containsKey("selected"));
      } else if (type.equals("submit")) {
        if (!submitted && !name.isEmpty()) {
          fields.put(name, value);
        }
        submitted = true;
      } else if (type.equals("radio") || type.equals("checkbox")) {
        choose(fields, name, value, has.containsKey("checked"));
      } else if (!name.isEmpty()) {
        fields.put(name, value);
      }
    }
    if (user != null && fields.containsKey("user")) {
      fields.put("user", user);
    }
    return Optional.of(
        new OAuthPageForm(attributes(form.group(1)).getOrDefault("action", ""), fields));
  }

  private static void choose(Map<String, String> fields, String name, String value, boolean on) {
    if (on && !name.isEmpty()) {
      fields.put(name, value);
    }
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(text);
    while (attribute.find()) {
      String value =
          Stream.of(attribute.group(2), attribute.group(3), attribute.group(4))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse("");
      attributes.put(attribute.group(1).toLowerCase(Locale.ROOT), unescaped(value));
    }
    return attributes;
  }

  private static String unescaped(String text) {
    return text.replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
