package io.everythingmcp.server.configuration;

import java.util.Arrays;
import java.util.List;

/** Values that are lists, separated by commas, as environment variables hold them. */
public final class CommaSeparatedList {
  private CommaSeparatedList() {}

  /** The entries, without spaces around them; none where the text is empty. */
  public static List<String> of(String commas) {
    return Arrays.stream(commas.split(","))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }
}
