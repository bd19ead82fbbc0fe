package io.everythingmcp.conformance.junit;

import io.everythingmcp.conformance.clientrun.CheckServer;
import io.everythingmcp.conformance.clientrun.ManagementAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The server of all runs: one that was started for them, or a running one.
 *
 * @param access base URI, and the management token if a running one requires it
 * @param started empty for a running one
 */
record CheckServerChoice(ManagementAccess access, Optional<CheckServer> started)
    implements AutoCloseable {
  private static final String URL = "mcp.client-check.url";
  private static final String TOKEN = "mcp.client-check.token";
  private static final String JAR = "mcp.client-check.jar";

  /** Starts a server, unless the configuration contains the URL of a running one. */
  static CheckServerChoice of(ExtensionContext context) {
    Optional<String> url = context.getConfigurationParameter(URL);
    if (url.isPresent()) {
      return new CheckServerChoice(
          ManagementAccess.of(URI.create(url.get()), token(context)), Optional.empty());
    }
    CheckServer server = start(context.getConfigurationParameter(JAR).map(Path::of));
    return new CheckServerChoice(ManagementAccess.withoutToken(server.uri()), Optional.of(server));
  }

  private static String token(ExtensionContext context) {
    return context
        .getConfigurationParameter(TOKEN)
        .filter(text -> !text.isBlank())
        .orElseGet(() -> System.getenv(ManagementAccess.TOKEN_VARIABLE));
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
