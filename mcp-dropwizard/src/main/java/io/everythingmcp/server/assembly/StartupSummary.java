package io.everythingmcp.server.assembly;

import io.everythingmcp.server.command.ConfigurationReport;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.protocol.EnabledEras;
import io.everythingmcp.server.protocol.ServerImplementation;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Startup summary of at most ten lines: enabled features, addresses and security warnings. */
public final class StartupSummary {
  private static final Logger LOG = LoggerFactory.getLogger(StartupSummary.class);

  /** Maximum number of features on one line. */
  private static final int ON_A_LINE = 3;

  private StartupSummary() {}

  /** Logs the summary. */
  public static void log(
      ConfigurationReport report, ServerImplementation identity, EnabledEras served) {
    lines(report, identity, served).forEach(LOG::info);
    report.unsafe().forEach(StartupSummary::warn);
    report.possibleMistakes().forEach(LOG::warn);
    LOG.info("Ready: {}", report.entry());
  }

  /** Logs a security warning. */
  public static void warn(String line) {
    LOG.warn("UNSAFE: {}", line);
  }

  /** Returns one line for each enabled feature. */
  public static List<String> lines(
      McpConfiguration configuration, ServerImplementation identity, EnabledEras served) {
    return lines(new ConfigurationReport(configuration), identity, served);
  }

  private static List<String> lines(
      ConfigurationReport report, ServerImplementation identity, EnabledEras served) {
    List<String> lines = new ArrayList<>();
    lines.add(
        identity.name()
            + " "
            + identity.version()
            + " serves "
            + String.join(", ", served.revisions()));
    List<String> on =
        report.enabledFeatures().stream().map(line -> line.replaceAll(" {2,}", " ")).toList();
    for (int i = 0; i < on.size(); i += ON_A_LINE) {
      lines.add(String.join("; ", on.subList(i, Math.min(i + ON_A_LINE, on.size()))));
    }
    return lines;
  }
}
