package io.everythingmcp.server.observation.logging;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Redacts secrets in a text. The replacement is valid within JSON. */
public final class LogRedaction {
  private static final String GONE = "[redacted]";

  /** Names that stand before a secret, however they are written. */
  private static final String NAMES =
      "(?:access|refresh|id|registration_access|management|bearer|subject|actor)_?token|token"
          + "|(?:client_|jwt_)?secret|password|passwd|(?:x-)?api[_-]?keys?|code_verifier"
          + "|(?:client_)?assertion|authorization|cookie|set-cookie|csrf";

  /**
   * {@code code} and {@code state} are common words, so their values are redacted only if they have
   * the format of secrets.
   */
  private static final String LONG_ONES =
      "code|state|requestState|request_state|mcp-session-id|sessionId";

  private static final Pattern SECRETS =
      Pattern.compile(
          "(?<scheme>\\b(?:Bearer|Basic|DPoP)\\s+)[A-Za-z0-9._~+/=-]{4,}"
              + "|\\beyJ[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*)*"
              + "|(?<url>://)[^\\s/@\"]*:[^\\s/@\"]+(?=@)"
              + "|(?<name>(?<![A-Za-z0-9])(?:"
              + NAMES
              + ")\\\\?[\"']?\\s*[=:]\\s*\\\\?[\"']?)(?!\\s*(?:null|\\{|\\[))(?:(?:Bearer|Basic|DPoP)\\s+)?[^\\s\"'&,;}\\\\]+"
              + "|(?<long>(?<![A-Za-z0-9])(?:"
              + LONG_ONES
              + ")\\\\?[\"']?\\s*[=:]\\s*\\\\?[\"']?)[A-Za-z0-9._~+/=%-]{16,}"
              + "|-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*(?:-----END [A-Z ]*PRIVATE KEY-----)?",
          Pattern.CASE_INSENSITIVE);

  private LogRedaction() {}

  /** The text without secrets. */
  public static String of(String text) {
    Matcher matcher = SECRETS.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    do {
      matcher.appendReplacement(clean, Matcher.quoteReplacement(kept(matcher) + GONE));
    } while (matcher.find());
    return matcher.appendTail(clean).toString();
  }

  private static String kept(Matcher matcher) {
    for (String group : new String[] {"scheme", "url", "name", "long"}) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return "";
  }
}
