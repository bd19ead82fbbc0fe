package io.everythingmcp.server;

import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.config.SessionConfiguration; // sessionful
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.sessionful.SessionfulEra; // sessionful
import io.everythingmcp.server.protocol.stateless.StatelessEra; // stateless
import io.everythingmcp.server.session.SessionIds; // sessionful
import io.everythingmcp.server.session.SessionLimits; // sessionful
import java.util.Optional;
import java.util.function.Supplier;

/** The eras there are, as the configuration bounds them. */
final class AllEras {
  private AllEras() {}

  static void of(McpServerFactory server, Optional<Supplier<String>> sessionIds) {
    SessionIds ids = sessionIds.map(SessionIds::new).orElse(SessionIds.RANDOM); // sessionful
    server.sessionful( // sessionful
        (runtime, c) -> new SessionfulEra(runtime, limits(c, runtime), ids)); // sessionful
    server.stateless((runtime, configuration) -> new StatelessEra(runtime)); // stateless
  }

  static SessionLimits limits( // sessionful
      EverythingConfiguration configuration, ServerRuntime runtime) { // sessionful
    SessionConfiguration sessions = configuration.getMcp().getSessions(); // sessionful
    return new SessionLimits( // sessionful
        sessions.getTimeout().toJavaDuration(), // sessionful
        runtime.limits().sessions(), // sessionful
        sessions.getMaxPerCaller(), // sessionful
        sessions.getPing().toJavaDuration()); // sessionful
  } // sessionful
}
