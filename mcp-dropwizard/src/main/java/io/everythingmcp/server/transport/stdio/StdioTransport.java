package io.everythingmcp.server.transport.stdio;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.McpEndpoint;
import io.everythingmcp.server.protocol.RequestHeaders;
import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Reads messages from one stream and writes responses to another, until the input ends. */
public final class StdioTransport {
  private static final CallerIdentity CALLER = CallerIdentity.anonymous("stdio");

  private final McpEndpoint endpoint;
  private final ServerExecutor workers;
  private final Duration keepAlive;

  /**
   * A transport.
   *
   * @param keepAlive how often the channel shows that it is in use
   */
  public StdioTransport(McpEndpoint endpoint, ServerExecutor workers, Duration keepAlive) {
    this.endpoint = endpoint;
    this.workers = workers;
    this.keepAlive = keepAlive;
  }

  /**
   * Serves until the input ends, or the client does not respond to pings.
   *
   * @param maxLine maximum size of a message in bytes
   */
  public void serve(InputStream in, OutputStream out, int maxLine) throws IOException {
    CompletableFuture<Void> over = new CompletableFuture<>();
    StdioExchange channel = new StdioExchange(out, () -> over.complete(null));
    String session = endpoint.openChannel(CALLER.ownerKey(), channel, id -> null).orElse(null);
    ServerExecutor.Timer clock = workers.scheduleAtFixedRate(keepAlive, channel::beat);
    Thread reader =
        new Thread(
            () -> {
              try {
                read(session, in, out, maxLine);
                over.complete(null);
              } catch (IOException | RuntimeException e) {
                over.completeExceptionally(e);
              }
            },
            "mcp-stdio");
    reader.setDaemon(true);
    reader.start();
    try {
      over.get();
    } catch (ExecutionException e) {
      throw new IOException("Standard input cannot be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      clock.cancel();
    }
  }

  private void read(String session, InputStream in, OutputStream out, int maxLine)
      throws IOException {
    BoundedLineReader lines = new BoundedLineReader(in, maxLine);
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      RpcMessage message =
          line == BoundedLineReader.TOO_LONG
              ? RpcMessage.Invalid.unreadable(
                  RpcError.invalidRequest(
                      "The line is larger than " + maxLine + " bytes (edge.maxRequestSize)"))
              : RpcMessage.parse(line);
      endpoint.handle(
          new IncomingMessage(
              IncomingMessage.Channel.STDIO,
              IncomingMessage.HttpMethod.POST,
              RequestHeaders.NONE,
              session,
              message,
              CALLER),
          new StdioExchange(
              message.requiresResponse() ? out : OutputStream.nullOutputStream(), () -> {}));
    }
  }
}
