package com.acme.client;

import io.everythingmcp.conformance.clientrun.ClientCheckRun;
import io.everythingmcp.conformance.junit.McpClientCheck;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

@McpClientCheck
class EchoClientIT {
  @Test
  void callsATool(ClientCheckRun run) {
    McpSyncClient client = connect(run.mcpUrl());
    client.callTool(CallToolRequest.builder("echo").arguments(Map.of("message", "hello")).build());
    client.closeGracefully();
  }

  @Test
  @McpClientCheck(preset = "paging")
  void readsAllPages(ClientCheckRun run) {
    McpSyncClient client = connect(run.mcpUrl());
    client.listTools();
    client.closeGracefully();
  }

  private static McpSyncClient connect(URI url) {
    McpSyncClient client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder(url.resolve("/").toString())
                    .endpoint(url.getPath())
                    .build())
            .build();
    client.initialize();
    return client;
  }
}
