package io.everythingmcp.conformance.harness;

import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Three instances for all tests that do not harm them; they are stopped after the last test. A test
 * that fails shows what they logged meanwhile.
 */
public final class SharedFleet implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
  private static final Logger LOG = LoggerFactory.getLogger(SharedFleet.class);
  private static final ExtensionContext.Namespace FLEETS =
      ExtensionContext.Namespace.create(SharedFleet.class);
  private static final int SIZE = 3;

  private Fleet fleet;
  private List<Integer> logged = List.of();

  @Override
  public void beforeAll(ExtensionContext context) {
    fleet =
        context
            .getRoot()
            .getStore(FLEETS)
            .getOrComputeIfAbsent(
                "fleet", k -> Fleet.of(SIZE, "FIXTURES", "true", "KEEP_ALIVE", "1s"), Fleet.class);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    logged = all().map(ServerProcess::logLines).toList();
  }

  private java.util.stream.Stream<ServerProcess> all() {
    return java.util.stream.IntStream.range(0, fleet.size()).mapToObj(fleet::instance);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      for (int i = 0; i < fleet.size(); i++) {
        LOG.error(
            "{} failed; instance {} said:\n{}",
            context.getDisplayName(),
            i,
            fleet.instance(i).logAfter(logged.get(i)));
      }
    }
  }

  /** A client each of whose requests goes to another instance than the one before. */
  public RawClient client() {
    return fleet.client();
  }

  /** A client of one instance, from 0. */
  public RawClient client(int index) {
    return fleet.instance(index).client();
  }

  public Fleet fleet() {
    return fleet;
  }
}
