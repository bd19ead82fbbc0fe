package io.everythingmcp.server.edge;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.QuotedCSV;

/**
 * Media range of an Accept header.
 *
 * @param range a type, a type with any subtype, or any type
 * @param accepted false if its weight is zero
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, section 12.5.1</a>
 */
public record AcceptedRange(String range, boolean accepted) {
  private static final String ALL = "*/*";

  /** Result for an invalid header. */
  private static final List<AcceptedRange> NOTHING = List.of(new AcceptedRange("", false));

  /** Parses the lines of a header; empty if they are blank. */
  public static List<AcceptedRange> of(String first, Enumeration<String> more) {
    try {
      return read(first, more);
    } catch (IllegalArgumentException quoteThatIsNeverClosed) {
      return NOTHING;
    }
  }

  private static List<AcceptedRange> read(String first, Enumeration<String> more) {
    QuotedCSV values = new QuotedCSV(true, first);
    more.asIterator().forEachRemaining(values::addValue);
    List<AcceptedRange> ranges = new ArrayList<>();
    for (String value : values.getValues()) {
      Map<String, String> parameters = new HashMap<>();
      String range = HttpField.getValueParameters(value, parameters);
      if (range != null && !range.isBlank()) {
        ranges.add(
            new AcceptedRange(range.strip().toLowerCase(Locale.ROOT), weight(parameters) > 0));
      }
    }
    return ranges;
  }

  private static double weight(Map<String, String> parameters) {
    String weight = parameters.getOrDefault("q", parameters.getOrDefault("Q", "1"));
    try {
      return Double.parseDouble(weight);
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  /** Whether a type is accepted: the range that names it most precisely decides. */
  public static boolean accepted(List<AcceptedRange> ranges, String type) {
    String family = type.substring(0, type.indexOf('/')) + "/*";
    for (String name : List.of(type, family, ALL)) {
      List<AcceptedRange> naming = ranges.stream().filter(r -> r.range().equals(name)).toList();
      if (!naming.isEmpty()) {
        return naming.stream().anyMatch(AcceptedRange::accepted);
      }
    }
    return false;
  }
}
