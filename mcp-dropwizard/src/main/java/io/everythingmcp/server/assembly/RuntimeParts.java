package io.everythingmcp.server.assembly;

import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.ProtocolConfiguration;
import io.everythingmcp.server.configuration.presentation.PageSizeConfiguration;
import io.everythingmcp.server.configuration.traffic.TrafficLogConfiguration;
import io.everythingmcp.server.observation.traffic.TrafficLog;
import io.everythingmcp.server.protocol.MessageTraffic;
import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.handlers.PageSizes;

/** What a server works with, as it is configured. */
public final class RuntimeParts {
  private RuntimeParts() {}

  /** How much of everything a request may take. */
  public static ServerRuntime.Limits limits(ProtocolConfiguration mcp) {
    return new ServerRuntime.Limits(
        mcp.getRequestTimeout().toJavaDuration(),
        (int) mcp.getMaxOutputSize().toBytes(),
        mcp.getStreamRetry().toJavaDuration(),
        mcp.getSessions().getMax());
  }

  /** How many entries pages of lists have. */
  public static PageSizes pages(ProtocolConfiguration mcp) {
    PageSizeConfiguration own = mcp.getPageSizes();
    return PageSizes.of(mcp.getPageSize())
        .but(
            own.getTools(),
            own.getPrompts(),
            own.getResources(),
            own.getResourceTemplates(),
            own.getTasks());
  }

  /**
   * The log of all messages of a server.
   *
   * @param server label of the server in this process; empty for the default server
   * @return null if it is disabled
   */
  public static MessageTraffic traffic(McpConfiguration configuration, String server) {
    TrafficLogConfiguration log = configuration.getMcp().getTrafficLog();
    return log.isEnabled() ? new TrafficLog(server, log.getMaxLength()) : null;
  }

  /** Threads for work that may wait. */
  public static ServerExecutor createExecutor(ProtocolConfiguration.Threads threads) {
    return new ServerExecutor(
        switch (threads) {
          case AUTO -> ServerExecutor.virtualThreadsExist();
          case ON -> true;
          case OFF -> false;
        });
  }
}
