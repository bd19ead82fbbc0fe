package io.everythingmcp.server.transport.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.everything.fixtures.ConformanceFixtures;
import io.everythingmcp.everything.resources.EverythingResources;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.server.McpServer;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.TransportlessServer;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.protocol.EnabledEras;
import io.everythingmcp.server.wire.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Client of a server in this process, over lines. */
final class LineClient implements AutoCloseable {
  private final McpServer server;
  private final PipedOutputStream in = new PipedOutputStream();
  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final Thread thread;

  LineClient(EnabledEras eras) {
    McpConfiguration configuration = new McpConfiguration();
    configuration.getMcp().setEras(eras);
    FeatureCatalog all =
        new FeatureCatalog(
                EverythingTools.all(),
                List.of(),
                EverythingResources.all(),
                EverythingResources.templates())
            .plus(ConformanceFixtures.catalog());
    McpServerBundle bundle =
        McpServerBundle.builder().features(all).switchableTools(EverythingTools.prepared()).build();
    server = TransportlessServer.of(bundle, configuration);
    StdioTransport transport =
        new StdioTransport(server.endpoint(), server.runtime().executor(), Duration.ofSeconds(30));
    try {
      PipedInputStream end = new PipedInputStream(in, 1 << 20);
      thread = new Thread(() -> serve(transport, end));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread.start();
  }

  private void serve(StdioTransport transport, PipedInputStream input) {
    try {
      transport.serve(input, new ReceivedMessage(), 1 << 20);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  McpServer server() {
    return server;
  }

  void send(String line) {
    try {
      in.write((line.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the next message of the server. */
  JsonNode next() {
    try {
      JsonNode message = received.poll(30, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("There was no message");
      }
      return message;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Initializes a session. */
  void initialize(String revision) {
    send(
        "{'jsonrpc':'2.0','id':'i','method':'initialize','params':{'protocolVersion':'"
            + revision
            + "','capabilities':{'sampling':{},'roots':{},'elicitation':{}},"
            + "'clientInfo':{'name':'t','version':'1'}}}");
    if (!next().has("result")) {
      throw new AssertionError("There was no initialize result");
    }
    send("{'jsonrpc':'2.0','method':'notifications/initialized'}");
  }

  @Override
  public void close() {
    try {
      in.close();
      thread.join(30_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    server.close();
  }

  /** Splits the output of the server into messages. */
  private final class ReceivedMessage extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
      if (b == '\n') {
        received.add(WireJson.read(line.toString(StandardCharsets.UTF_8), JsonNode.class));
        line.reset();
      } else {
        line.write(b);
      }
    }
  }
}
