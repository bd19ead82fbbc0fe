package io.everythingmcp.conformance.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.ChildProcesses;
import io.everythingmcp.conformance.harness.FreePort;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.NodePackages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Process of MCP Inspector with a list of servers to which it may connect. Its storage is a new
 * directory.
 *
 * @see <a href="https://github.com/modelcontextprotocol/inspector">MCP Inspector</a>
 */
final class InspectorProcess implements AutoCloseable {
  private static final NodePackages PACKAGES =
      new NodePackages("browser", "The tests with MCP Inspector are");
  private static final Path PROGRAM =
      Path.of("node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js");
  private static final Pattern ADDRESS =
      Pattern.compile("http://\\S+MCP_INSPECTOR_API_TOKEN=[0-9a-f]+");

  private final Process process;
  private final Path log;

  private InspectorProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** One transport configuration for the inspected server. */
  enum Route {
    SESSIONS("streamable-http", "/mcp", "legacy"),
    STATELESS("streamable-http", "/mcp", "modern"),
    SSE("sse", "/sse", "legacy");

    private final String type;
    private final String path;
    private final String era;

    Route(String type, String path, String era) {
      this.type = type;
      this.path = path;
      this.era = era;
    }

    private ObjectNode entry(URI server) {
      return JsonTrees.object("{}")
          .put("type", type)
          .put("url", server + path)
          .put("protocolEra", era);
    }
  }

  /** Starts it with each transport configuration for a server. */
  static InspectorProcess start(URI server) {
    Path target = PACKAGES.prepare().toAbsolutePath();
    try {
      Path home = Files.createTempDirectory(target, "home");
      Path log = home.resolve("inspector.log");
      ObjectNode servers = JsonTrees.object("{}");
      for (Route route : Route.values()) {
        servers.set(route.name(), route.entry(server));
      }
      ObjectNode config = JsonTrees.object("{}");
      config.set("mcpServers", servers);
      Files.writeString(home.resolve("servers.json"), config.toString());
      ProcessBuilder builder =
          new ProcessBuilder(
                  "node", target.resolve(PROGRAM).toString(), "--web", "--config", "servers.json")
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().keySet().retainAll(Set.of("PATH"));
      builder
          .environment()
          .putAll(
              Map.of(
                  "HOME", home.toString(),
                  "CLIENT_PORT", Integer.toString(FreePort.find()),
                  "MCP_APP_ORIGIN_PORT", Integer.toString(FreePort.find()),
                  "MCP_SANDBOX_PORT", Integer.toString(FreePort.find()),
                  "MCP_AUTO_OPEN_ENABLED", "false",
                  "MCP_INSPECTOR_SECRET_STORE", "memory"));
      return new InspectorProcess(ChildProcesses.start(builder), log).ready();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InspectorProcess ready() {
    try {
      await("MCP Inspector").until(() -> !process.isAlive() || ADDRESS.matcher(output()).find());
      address();
      return this;
    } catch (RuntimeException | AssertionError e) {
      close();
      throw new AssertionError("MCP Inspector did not start:\n" + output(), e);
    }
  }

  private String output() {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the address of its page, with its access token. */
  URI address() {
    Matcher found = ADDRESS.matcher(output());
    if (!found.find()) {
      throw new IllegalStateException("MCP Inspector did not print its address");
    }
    return URI.create(found.group());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
