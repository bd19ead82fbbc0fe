package io.everythingmcp.server.limit;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.dropwizard.util.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many in so much time, written {@code 300/5s}; {@code off} for no limit.
 *
 * @param tokens how many; 0 for no limit
 * @param period the time, at least a second
 */
public record RequestRate(long tokens, java.time.Duration period) {
  /** No limit. */
  public static final RequestRate OFF = new RequestRate(0, java.time.Duration.ZERO);

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,6}\\s*[a-z]+)");

  /**
   * Parses a setting.
   *
   * @throws IllegalArgumentException with the expected format
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static RequestRate parse(String text) {
    if (text.equals("off") || text.equals("false")) {
      return OFF;
    }
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      RequestRate rate =
          new RequestRate(
              Long.parseLong(matcher.group(1)), Duration.parse(matcher.group(2)).toJavaDuration());
      if (rate.tokens > 0 && rate.period.toSeconds() > 0) {
        return rate;
      }
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is not a valid rate; expected: a rate such as 1000/15m, or off");
  }

  /** YAML reads {@code off} as a boolean. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static RequestRate parse(boolean on) {
    return parse(on ? "on" : "off");
  }

  /** Whether there is a limit. */
  public boolean limited() {
    return tokens > 0;
  }

  @Override
  public String toString() {
    return limited() ? tokens + "/" + period.toSeconds() + "s" : "off";
  }
}
