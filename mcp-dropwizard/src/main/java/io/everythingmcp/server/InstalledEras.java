package io.everythingmcp.server;

import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.SessionConfiguration;
import io.everythingmcp.server.protocol.EraProvider;
import io.everythingmcp.server.protocol.EraSettings;
import java.util.Optional;
import java.util.function.Supplier;

/** The eras on the class path, with the settings of the configuration. */
final class InstalledEras {
  private InstalledEras() {}

  static void addTo(McpServerFactory server, Optional<Supplier<String>> sessionIds) {
    for (EraProvider provider : EraProvider.installed()) {
      McpServerFactory.EraFactory factory =
          (runtime, configuration) -> provider.create(runtime, settings(configuration, sessionIds));
      if (provider.isStateful()) {
        server.statefulEra(factory);
      } else {
        server.statelessEra(factory);
      }
    }
  }

  static EraSettings settings(
      McpConfiguration configuration, Optional<Supplier<String>> sessionIds) {
    SessionConfiguration sessions = configuration.getMcp().getSessions();
    return new EraSettings(
        sessions.getTimeout().toJavaDuration(),
        sessions.getMaxPerCaller(),
        sessions.getPingInterval().toJavaDuration(),
        sessionIds);
  }
}
