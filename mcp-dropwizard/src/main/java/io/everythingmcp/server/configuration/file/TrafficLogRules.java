package io.everythingmcp.server.configuration.file;

import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.traffic.TrafficLogConfiguration;
import io.everythingmcp.server.wire.LoopbackHosts;
import java.util.List;

/** Refuses the traffic log on a public base URI: it contains what users send and receive. */
final class TrafficLogRules {
  private final McpConfiguration configuration;
  private final WrittenValues written;

  TrafficLogRules(McpConfiguration configuration, WrittenValues written) {
    this.configuration = configuration;
    this.written = written;
  }

  List<String> problems() {
    TrafficLogConfiguration log = configuration.getMcp().getTrafficLog();
    if (!log.isEnabled()
        || log.isPublicBaseUri()
        || LoopbackHosts.isUri(configuration.getBaseUri())) {
      return List.of();
    }
    return List.of(
        written.named("mcp.trafficLog.enabled")
            + " is 'true', but "
            + written.named("baseUri")
            + " is not a loopback address; set "
            + written.named("mcp.trafficLog.publicBaseUri")
            + " to true as well, or disable the traffic log");
  }
}
