package io.everythingmcp.server.session;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SSE event id, {@code <stream>_<number>}: unique in the session; it identifies the stream to
 * resume.
 *
 * @param stream the stream
 * @param number position of the event in it
 */
public record EventId(String stream, long number) {
  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_]{1,64})_(\\d{1,18})");

  /** Reads an id that a client sent back. */
  public static Optional<EventId> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new EventId(matcher.group(1), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return stream + "_" + number;
  }
}
