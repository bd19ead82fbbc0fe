package io.everythingmcp.conformance.harness;

import java.net.URI;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server for all classes that want the same configuration, one class at a time; it is stopped
 * after the last one. A test that fails shows what was logged meanwhile.
 */
public final class SharedServer extends SharedProcess<ServerProcess>
    implements BeforeEachCallback, AfterEachCallback {
  private static final Logger LOG = LoggerFactory.getLogger(SharedServer.class);

  private final ServerLaunch launch;
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
