package io.everythingmcp.conformance.junit;

import io.everythingmcp.conformance.server.TargetServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A test class with {@link McpConformance}: it provides the URL of its server, and each scenario
 * becomes a test.
 */
public interface ServerUnderTest {
  /** Returns the server. Called once, after {@code @BeforeAll}. */
  TargetServer server();

  /** The tests. */
  @TestFactory
  default Stream<DynamicTest> conformance() {
    McpConformance wanted = getClass().getAnnotation(McpConformance.class);
    if (wanted == null) {
      throw new IllegalStateException(getClass() + " has no @McpConformance");
    }
    return ConformanceTests.of(server(), wanted);
  }
}
