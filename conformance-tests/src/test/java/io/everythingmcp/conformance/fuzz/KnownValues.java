package io.everythingmcp.conformance.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that the server issued, which clients send back unchanged or changed. */
final class KnownValues {
  /** Kinds of values. */
  enum Kind {
    SESSION(null),
    SSE_SESSION("sessionId=([0-9A-Za-z-]+)"),
    EVENT("(?m)^id: ?(\\S+)"),
    STATE("\"requestState\":\"([^\"]+)\""),
    CURSOR("\"nextCursor\":\"([^\"]+)\""),
    TASK("\"taskId\":\"([^\"]+)\""),
    QUESTION("\"id\":\"([^\"]+)\",\"method\"|\"method\":\"[^\"]+\",\"id\":\"([^\"]+)\"");

    private final Pattern pattern;

    Kind(String pattern) {
      this.pattern = pattern == null ? null : Pattern.compile(pattern);
    }
  }

  private static final int KEPT = 8;

  private final Map<Kind, List<String>> values = new HashMap<>();

  void add(Kind kind, String value) {
    List<String> known = values.computeIfAbsent(kind, k -> new ArrayList<>());
    if (known.size() >= KEPT) {
      known.remove(0);
    }
    known.add(value);
  }

  void remove(Kind kind, String value) {
    values.getOrDefault(kind, new ArrayList<>()).remove(value);
  }

  boolean has(Kind kind) {
    return !values.getOrDefault(kind, List.of()).isEmpty();
  }

  /** Returns one of the values, or a similar one. */
  String any(Kind kind, SeededRandom seededRandom) {
    return has(kind) ? seededRandom.of(values.get(kind)) : "0123456789abcdef0123456789abcdef";
  }

  /** Records the values of a response. */
  void record(FuzzResponse answer) {
    if (answer.status() == 200 && answer.header("mcp-session-id") != null) {
      add(Kind.SESSION, answer.header("mcp-session-id"));
    }
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    for (Kind kind : Kind.values()) {
      if (kind.pattern != null && kind != Kind.SSE_SESSION) {
        Matcher found = kind.pattern.matcher(text);
        if (found.find()) {
          add(kind, found.group(1) != null ? found.group(1) : found.group(2));
        }
      }
    }
  }

  /** Records the session id of the first event of an HTTP+SSE stream, if it has one. */
  void recordStream(String firstEvent) {
    Matcher found = Kind.SSE_SESSION.pattern.matcher(firstEvent);
    if (found.find()) {
      add(Kind.SSE_SESSION, found.group(1));
    }
  }
}
