package io.everythingmcp.conformance.harness;

import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Three instances for all classes that leave them running, one class at a time; they are stopped
 * after the last class. A failed test shows their log.
 */
public final class SharedFleet extends SharedProcess<ServerFleet>
    implements BeforeEachCallback, AfterEachCallback {
  private static final Logger LOG = LoggerFactory.getLogger(SharedFleet.class);
  private static final int SIZE = 3;

  private List<Integer> logged = List.of();

  @Override
  protected Object configuration() {
    return SharedFleet.class;
  }

  @Override
  protected ServerFleet start() {
    return ServerFleet.of(SIZE, "FIXTURES", "true", "KEEP_ALIVE", "1s");
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    logged = all().map(ServerProcess::logLines).toList();
  }

  private java.util.stream.Stream<ServerProcess> all() {
    return java.util.stream.IntStream.range(0, shared().size()).mapToObj(shared()::instance);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      for (int i = 0; i < shared().size(); i++) {
        LOG.error(
            "{} failed; instance {} said:\n{}",
            context.getDisplayName(),
            i,
            shared().instance(i).logAfter(logged.get(i)));
      }
    }
  }

  /** Returns a client whose requests alternate between the instances. */
  public RawClient client() {
    return shared().client();
  }

  /** Returns a client of one instance, by its index from 0. */
  public RawClient client(int index) {
    return shared().instance(index).client();
  }

  public ServerFleet fleet() {
    return shared();
  }
}
