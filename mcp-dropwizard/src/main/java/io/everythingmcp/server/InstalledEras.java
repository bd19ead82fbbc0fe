package io.everythingmcp.server;

import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.ProtocolConfiguration;
import io.everythingmcp.server.configuration.SessionConfiguration;
import io.everythingmcp.server.protocol.EnabledEras;
import io.everythingmcp.server.protocol.EraProvider;
import io.everythingmcp.server.protocol.EraSettings;
import io.everythingmcp.server.protocol.ProtocolEra;
import io.everythingmcp.server.protocol.ServerRuntime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The eras on the class path. Each is created with the settings of the configuration. */
final class InstalledEras {
  private final List<EraProvider> providers = EraProvider.installed();
  private final Optional<Supplier<String>> sessionIds;

  InstalledEras(Optional<Supplier<String>> sessionIds) {
    this.sessionIds = sessionIds;
  }

  /** Returns the eras that {@code mcp.eras} enables and a provider supports. */
  EnabledEras enabled(ProtocolConfiguration mcp) {
    return mcp.getEras().among(provider(true).isPresent(), provider(false).isPresent());
  }

  /** Creates an era of a server; empty if it is not enabled. */
  Optional<ProtocolEra> create(
      boolean stateful, ServerRuntime runtime, McpConfiguration configuration) {
    EnabledEras enabled = enabled(configuration.getMcp());
    return provider(stateful)
        .filter(provider -> stateful ? enabled.stateful() : enabled.stateless())
        .map(provider -> provider.create(runtime, settings(configuration, sessionIds)));
  }

  private Optional<EraProvider> provider(boolean stateful) {
    return providers.stream().filter(one -> one.isStateful() == stateful).findFirst();
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
