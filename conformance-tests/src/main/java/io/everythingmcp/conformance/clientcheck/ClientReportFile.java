package io.everythingmcp.conformance.clientcheck;

import java.nio.file.Path;
import java.util.Locale;

/** A file for a report. */
public record ClientReportFile(Kind kind, Path path) {
  /** The forms of a report. */
  public enum Kind {
    HTML,
    JSON,
    JUNIT,
    /** The recorded exchanges, for {@code --replay}. */
    EXPORT
  }

  /**
   * Reads {@code html=f}, {@code json=f}, {@code junit=f} or {@code export=f}.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static ClientReportFile of(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new IllegalArgumentException(
          "--report is '" + text + "'; expected html=FILE, json=FILE, junit=FILE or export=FILE");
    }
    try {
      return new ClientReportFile(
          Kind.valueOf(text.substring(0, equals).toUpperCase(Locale.ROOT)),
          Path.of(text.substring(equals + 1)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--report is '" + text + "'; expected html=FILE, json=FILE, junit=FILE or export=FILE",
          e);
    }
  }

  /** Returns a copy with the name of a preset in the file name. */
  public ClientReportFile forPreset(String preset) {
    String name = path.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String named =
        dot < 0 ? name + "-" + preset : name.substring(0, dot) + "-" + preset + name.substring(dot);
    return new ClientReportFile(kind, path.resolveSibling(named));
  }
}
