package io.everythingmcp.openapi.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts the messages of swagger-parser to a JSON pointer and a sentence. */
final class ParserMessages {
  private static final Pattern ATTRIBUTE =
      Pattern.compile("attribute (\\S.*?) (is .*|has .*|must .*)", Pattern.DOTALL);

  /** A path in quotation marks, a method, an element in brackets, or a name. */
  private static final Pattern TOKEN =
      Pattern.compile("'([^']*)'|\\((\\w+)\\)|\\[(?:\\[')?([^\\]']*)(?:'])?]|([^.\\[('\\]]+)");

  /** What the parser expected, where it does not report that. */
  private static final Map<String, String> EXPECTED =
      Map.of(
          "is missing", "is missing; expected a value",
          "is repeated", "is repeated; expected a value that is there once");

  /** Unknown members are ignored; the parser also reports some that it supports. */
  private static final String UNKNOWN_MEMBER = "is unexpected";

  private ParserMessages() {}

  static void add(String message, ImportErrors errors) {
    Matcher attribute = ATTRIBUTE.matcher(message);
    if (!attribute.matches()) {
      errors.add("", message);
      return;
    }
    String sentence = attribute.group(2).replace("`", "").strip();
    if (sentence.equals(UNKNOWN_MEMBER)) {
      return;
    }
    errors.add(pointer(attribute.group(1)), EXPECTED.getOrDefault(sentence, sentence));
  }

  private static String pointer(String location) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(location);
    while (token.find()) {
      for (int group = 1; group <= 4; group++) {
        if (token.group(group) != null) {
          String text = token.group(group);
          tokens.add(
              group == 2 ? text.toLowerCase(Locale.ROOT) : group == 3 ? "[" + text + "]" : text);
        }
      }
    }
    return JsonPointers.of(tokens.toArray(String[]::new));
  }
}
