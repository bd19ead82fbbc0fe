package io.everythingmcp.check.journal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The replacement of a credential in a journal: equal values have equal tags, and the facts about
 * the value that rules require are recorded with it.
 *
 * @param kind such as {@code access-token}
 * @param facts such as {@code length}
 */
public record RedactedValue(String kind, String tag, Map<String, String> facts) {
  private static final Pattern FORM =
      Pattern.compile("redacted-([a-z-]+)-([0-9a-f]+)(?:\\(([^()]*)\\))?");

  public RedactedValue {
    facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  public static Optional<RedactedValue> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> facts = new LinkedHashMap<>();
    if (matcher.group(3) != null) {
      for (String fact : matcher.group(3).split(",", -1)) {
        int equals = fact.indexOf('=');
        if (equals > 0) {
          facts.put(
              fact.substring(0, equals),
              URLDecoder.decode(fact.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
    }
    return Optional.of(new RedactedValue(matcher.group(1), matcher.group(2), facts));
  }

  @Override
  public String toString() {
    String name = "redacted-" + kind + "-" + tag;
    return facts.isEmpty()
        ? name
        : facts.entrySet().stream()
            .map(
                fact ->
                    fact.getKey()
                        + "="
                        + URLEncoder.encode(fact.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining(",", name + "(", ")"));
  }
}
