package io.everythingmcp.check.rule;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Parameters of a form or a query. */
final class ScriptedForm {
  private ScriptedForm() {}

  /** Returns the form; each list has names and values in turn. */
  @SafeVarargs
  static String of(List<String>... parameters) {
    StringBuilder form = new StringBuilder();
    for (List<String> pairs : parameters) {
      for (int i = 0; i < pairs.size(); i += 2) {
        form.append(form.isEmpty() ? "" : "&").append(pairs.get(i)).append('=');
        form.append(encode(pairs.get(i + 1)));
      }
    }
    return form.toString();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
