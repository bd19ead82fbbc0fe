package io.everythingmcp.bench.companion;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Map;

/** The Java SDK's streamable servlet with one echo tool, run on the request thread, on a bare Jetty. */
public final class SdkServer {
    private static final Map<String, Object> ECHO_INPUT = Map.of(
            "type", "object",
            "properties", Map.of("message", Map.of("type", "string")),
            "required", List.of("message"));

    private SdkServer() {}

    public static void start(int port) throws Exception {
        HttpServletStreamableServerTransportProvider transport = HttpServletStreamableServerTransportProvider.builder()
                .jsonMapper(McpJsonDefaults.getMapper())
                .mcpEndpoint("/mcp")
                .build();
        McpServer.sync(transport)
                .serverInfo("sdk", "1")
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .immediateExecution(true)
                .toolCall(
                        Tool.builder("echo", ECHO_INPUT).description("Echoes a message").build(),
                        (exchange, call) -> echo(call))
                .build();
        JettyHost.start(port, transport);
    }

    private static CallToolResult echo(CallToolRequest call) {
        return CallToolResult.builder()
                .addTextContent("Echo: " + call.arguments().get("message"))
                .build();
    }
}
