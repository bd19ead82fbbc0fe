package io.everythingmcp.conformance.harness;

import java.net.URI;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process for all tests that want the same configuration; it is stopped after the last test. A
 * test that fails shows what was logged meanwhile.
 */
public final class SharedServer
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
  private static final Logger LOG = LoggerFactory.getLogger(SharedServer.class);
  private static final ExtensionContext.Namespace SERVERS =
      ExtensionContext.Namespace.create(SharedServer.class);

  private final ServerLaunch launch;
  private ServerProcess server;
  private int logged;

  private SharedServer(ServerLaunch launch) {
    this.launch = launch;
  }

  /** The server with these variables: name, value, name, value. */
  public static SharedServer with(String... namesAndValues) {
    return with(ServerLaunch.with(namesAndValues));
  }

  /** The server that is started like this. */
  public static SharedServer with(ServerLaunch launch) {
    return new SharedServer(launch);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    server =
        context
            .getRoot()
            .getStore(SERVERS)
            .getOrComputeIfAbsent(launch, ServerLaunch::start, ServerProcess.class);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    logged = server.logLines();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      LOG.error(
          "{} failed; the server said:\n{}", context.getDisplayName(), server.logAfter(logged));
    }
  }

  public RawClient client() {
    return server.client();
  }

  public URI uri() {
    return server.uri();
  }

  public ServerProcess process() {
    return server;
  }
}
