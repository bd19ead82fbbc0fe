package io.everythingmcp.conformance.clients;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Transport of the SDK that records outgoing requests. The client of the SDK has no cancellation; a
 * test cancels a request by its recorded id.
 */
final class TappedTransport implements McpClientTransport {
  private final McpClientTransport transport;
  private volatile Object lastCall;

  TappedTransport(McpClientTransport transport) {
    this.transport = transport;
  }

  /** Cancels the last call of a tool. */
  void cancelLastCall() {
    transport
        .sendMessage(
            new JSONRPCNotification(
                "notifications/cancelled", Map.of("requestId", lastCall, "reason", "enough")))
        .block();
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    if (message instanceof JSONRPCRequest request && request.method().equals("tools/call")) {
      lastCall = request.id();
    }
    return transport.sendMessage(message);
  }

  @Override
  public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    return transport.connect(handler);
  }

  @Override
  public void setExceptionHandler(Consumer<Throwable> handler) {
    transport.setExceptionHandler(handler);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return transport.closeGracefully();
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return transport.unmarshalFrom(data, type);
  }

  /**
   * The SDK supports only the oldest revision over HTTP+SSE; the other revisions can be used too.
   */
  @Override
  public List<String> protocolVersions() {
    return List.of("2025-11-25");
  }
}
