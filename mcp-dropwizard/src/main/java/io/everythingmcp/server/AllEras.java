package io.everythingmcp.server;

import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.SessionConfiguration; // stateful
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.stateful.StatefulEra; // stateful
import io.everythingmcp.server.protocol.stateless.StatelessEra; // stateless
import io.everythingmcp.server.session.SessionIdGenerator; // stateful
import io.everythingmcp.server.session.SessionLimits; // stateful
import java.util.Optional;
import java.util.function.Supplier;

/** The eras there are, as the configuration bounds them. */
final class AllEras {
  private AllEras() {}

  static void of(McpServerFactory server, Optional<Supplier<String>> sessionIds) {
    SessionIdGenerator ids =
        sessionIds.map(SessionIdGenerator::new).orElse(SessionIdGenerator.RANDOM); // stateful
    server.statefulEra( // stateful
        (runtime, c) -> new StatefulEra(runtime, limits(c, runtime), ids)); // stateful
    server.statelessEra((runtime, configuration) -> new StatelessEra(runtime)); // stateless
  }

  static SessionLimits limits( // stateful
      McpConfiguration configuration, ServerRuntime runtime) { // stateful
    SessionConfiguration sessions = configuration.getMcp().getSessions(); // stateful
    return new SessionLimits( // stateful
        sessions.getTimeout().toJavaDuration(), // stateful
        runtime.limits().sessions(), // stateful
        sessions.getMaxPerCaller(), // stateful
        sessions.getPing().toJavaDuration()); // stateful
  } // stateful
}
