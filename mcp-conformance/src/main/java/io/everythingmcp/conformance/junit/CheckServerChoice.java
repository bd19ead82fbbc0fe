package io.everythingmcp.conformance.junit;

import io.everythingmcp.conformance.clientrun.CheckServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The server of all runs: one that was started for them, or a running one.
 *
 * @param uri base URI
 * @param started empty for a running one
 */
record CheckServerChoice(URI uri, Optional<CheckServer> started) implements AutoCloseable {
  private static final String URL = "mcp.client-check.url";
  private static final String JAR = "mcp.client-check.jar";

  /** Starts a server, unless the configuration contains the URL of a running one. */
  static CheckServerChoice of(ExtensionContext context) {
    Optional<String> url = context.getConfigurationParameter(URL);
    if (url.isPresent()) {
      return new CheckServerChoice(URI.create(url.get()), Optional.empty());
    }
    CheckServer server = start(context.getConfigurationParameter(JAR).map(Path::of));
    return new CheckServerChoice(server.uri(), Optional.of(server));
  }

  private static CheckServer start(Optional<Path> jar) {
    try {
      return jar.isPresent() ? CheckServer.start(jar.get()) : CheckServer.startBundled();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the server starts", e);
    }
  }

  @Override
  public void close() {
    started.ifPresent(CheckServer::close);
  }
}
