package io.everythingmcp.conformance.clients;

import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.util.List;

/** Transport between the client of the Java SDK and the server. */
enum ClientTransport {
  STREAMABLE_HTTP {
    @Override
    McpClientTransport open(ServerProcess server, ServerLaunch launch) {
      return HttpClientStreamableHttpTransport.builder(server.uri().toString())
          .openConnectionOnStartup(true)
          .build();
    }
  },
  HTTP_SSE {
    @Override
    @SuppressWarnings("deprecation") // as the transport itself does
    McpClientTransport open(ServerProcess server, ServerLaunch launch) {
      return HttpClientSseClientTransport.builder(server.uri().toString()).build();
    }
  },
  STDIO {
    @Override
    McpClientTransport open(ServerProcess server, ServerLaunch launch) {
      List<String> command = launch.command("stdio");
      ServerParameters parameters =
          ServerParameters.builder(command.get(0))
              .args(command.subList(1, command.size()))
              .env(launch.environment())
              .build();
      return new StdioClientTransport(parameters, McpJsonDefaults.getMapper());
    }
  };

  /** Creates a transport to a running server, or to one that it starts itself. */
  abstract McpClientTransport open(ServerProcess server, ServerLaunch launch);
}
