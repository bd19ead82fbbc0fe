package io.everythingmcp.conformance.harness;

import java.net.URI;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server for all classes with the same configuration, one class at a time; it is stopped after the
 * last one. A failed test shows its log.
 */
public final class SharedServer extends SharedProcess<ServerProcess>
    implements BeforeEachCallback, AfterEachCallback {
  private static final Logger LOG = LoggerFactory.getLogger(SharedServer.class);

  private final ServerLaunch launch;
  private int logged;

  private SharedServer(ServerLaunch launch) {
    this.launch = launch;
  }

  /** Creates a server with environment variables: name, value, name, value. */
  public static SharedServer with(String... namesAndValues) {
    return with(ServerLaunch.with(namesAndValues));
  }

  /** Creates a server with this launch configuration. */
  public static SharedServer with(ServerLaunch launch) {
    return new SharedServer(launch);
  }

  @Override
  protected Object configuration() {
    return launch.complete();
  }

  @Override
  protected ServerProcess start() {
    return launch.start();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    logged = shared().logLines();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      LOG.error(
          "{} failed; the server said:\n{}", context.getDisplayName(), shared().logAfter(logged));
    }
  }

  public RawClient client() {
    return shared().client();
  }

  public URI uri() {
    return shared().uri();
  }

  public ServerProcess process() {
    return shared();
  }
}
