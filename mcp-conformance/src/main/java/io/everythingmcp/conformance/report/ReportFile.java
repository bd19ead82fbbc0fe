package io.everythingmcp.conformance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A requested report.
 *
 * @param format the format
 * @param file the file to write
 */
public record ReportFile(Format format, Path file) {
  /** A form of report. */
  public enum Format {
    HTML,
    JSON,
    JUNIT
  }

  /**
   * Reads {@code html=FILE}, {@code json=FILE} or {@code junit=FILE}.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static ReportFile of(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new IllegalArgumentException(text + " must be html=FILE, json=FILE or junit=FILE");
    }
    String format = text.substring(0, equals).toUpperCase(Locale.ROOT);
    return new ReportFile(Format.valueOf(format), Path.of(text.substring(equals + 1)));
  }

  /** Writes it. */
  public void write(SuiteResult run) throws IOException {
    if (file.toAbsolutePath().getParent() != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    Files.writeString(
        file,
        switch (format) {
          case HTML -> HtmlReport.of(run);
          case JSON -> JsonReport.of(run);
          case JUNIT -> JunitReport.of(run);
        });
  }
}
