package io.everythingmcp.check.record;

import io.everythingmcp.check.journal.RecordedEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the events of a stream from the bytes that are written. */
public final class EventReader {
  private final StringBuilder text = new StringBuilder();
  private byte[] rest = new byte[0];
  private int line;
  private int scanned;

  /** The events and comments that are complete with these bytes. */
  public List<RecordedEvent> read(ByteBuffer bytes, long at) {
    append(bytes);
    List<RecordedEvent> events = new ArrayList<>();
    int end;
    while ((end = boundary()) >= 0) {
      String block = text.substring(0, end);
      text.delete(0, end);
      event(block, at, events);
    }
    return events;
  }

  /** A character may be split between two writes. */
  private void append(ByteBuffer bytes) {
    ByteBuffer copy = bytes.slice();
    byte[] all = new byte[rest.length + copy.remaining()];
    System.arraycopy(rest, 0, all, 0, rest.length);
    copy.get(all, rest.length, copy.remaining());
    int whole = all.length;
    for (int back = 1; back <= 3 && back <= all.length; back++) {
      int first = all[all.length - back] & 0xff;
      if (first >= 0xc0) {
        int needs = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        whole = needs > back ? all.length - back : all.length;
        break;
      }
      if (first < 0x80) {
        break;
      }
    }
    text.append(new String(all, 0, whole, StandardCharsets.UTF_8));
    rest = java.util.Arrays.copyOfRange(all, whole, all.length);
  }

  /** Behind the next empty line, or -1. Continues where it stopped. */
  private int boundary() {
    while (scanned < text.length()) {
      char c = text.charAt(scanned);
      if (c == '\n' || c == '\r') {
        boolean last = scanned + 1 == text.length();
        if (c == '\r' && last && scanned > line) {
          return -1;
        }
        int next =
            c == '\r' && !last && text.charAt(scanned + 1) == '\n' ? scanned + 2 : scanned + 1;
        if (scanned == line) {
          line = 0;
          scanned = 0;
          return next;
        }
        line = next;
        scanned = next;
      } else {
        scanned++;
      }
    }
    return -1;
  }

  private static void event(String block, long at, List<RecordedEvent> events) {
    String event = null;
    String id = null;
    Integer retry = null;
    StringBuilder data = null;
    StringBuilder comment = null;
    for (String line : block.split("\r\n|\n|\r", -1)) {
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
      switch (field) {
        case "event" -> event = value;
        case "id" -> id = value;
        case "retry" -> retry = number(value);
        case "data" -> data = append(data, value);
        default -> comment = colon == 0 ? append(comment, value) : comment;
      }
    }
    if (event != null || id != null || retry != null || data != null) {
      events.add(new RecordedEvent(at, event, id, retry, text(data), text(comment)));
    } else if (comment != null) {
      events.add(new RecordedEvent(at, null, null, null, null, text(comment)));
    }
  }

  private static StringBuilder append(StringBuilder before, String line) {
    return before == null ? new StringBuilder(line) : before.append('\n').append(line);
  }

  private static String text(StringBuilder lines) {
    return lines == null ? null : lines.toString();
  }

  private static Integer number(String digits) {
    return digits.matches("[0-9]{1,9}") ? Integer.valueOf(digits) : null;
  }
}
