package io.everythingmcp.server.command.login;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Form of a page that requires user input.
 *
 * @param action its target
 * @param hidden hidden fields
 * @param users users to choose from
 */
record LoginPageForm(String action, Map<String, String> hidden, List<String> users) {
  private static final Pattern FORM =
      Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)\\s*=\\s*\"([^\"]*)\"");

  /** The first form of a page that is sent by POST. */
  static Optional<LoginPageForm> of(String page) {
    Matcher form = FORM.matcher(page);
    while (form.find()) {
      Map<String, String> attributes = attributes(form.group(1));
      if ("post".equalsIgnoreCase(attributes.get("method"))) {
        return Optional.of(read(attributes.getOrDefault("action", ""), form.group(2)));
      }
    }
    return Optional.empty();
  }

  private static LoginPageForm read(String action, String content) {
    Map<String, String> hidden = new LinkedHashMap<>();
    List<String> users = new ArrayList<>();
    Matcher input = INPUT.matcher(content);
    while (input.find()) {
      Map<String, String> field = attributes(input.group(1));
      String value = field.getOrDefault("value", "");
      if ("hidden".equals(field.get("type"))) {
        hidden.put(field.get("name"), value);
      } else if ("radio".equals(field.get("type")) && "user".equals(field.get("name"))) {
        users.add(value);
      }
    }
    return new LoginPageForm(action, hidden, users);
  }

  private static Map<String, String> attributes(String tag) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(tag);
    while (attribute.find()) {
      attributes.put(attribute.group(1), text(attribute.group(2)));
    }
    return attributes;
  }

  private static String text(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
