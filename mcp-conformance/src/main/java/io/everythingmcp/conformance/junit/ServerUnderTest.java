package io.everythingmcp.conformance.junit;

import io.everythingmcp.conformance.server.TargetServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * A test class with {@link McpConformance}: it provides the URL and the credentials of its server,
 * and each check becomes a test.
 */
public interface ServerUnderTest {
  /**
   * Returns the server, which must be running. Called once, after {@code @BeforeAll} and
   * {@code @BeforeEach}.
   */
  TargetServer server();

  /**
   * Creates the tests: a container for each area, with a test for each check and revision.
   *
   * @throws IllegalArgumentException if the annotation is missing, or contains an unknown id or a
   *     blank reason
   * @throws io.everythingmcp.conformance.server.ServerUnreachableException if the server does not
   *     respond
   */
  @TestFactory
  default Stream<DynamicNode> conformance(TestReporter reporter) {
    return ConformanceTests.of(server(), ConformanceSettings.of(getClass()), reporter);
  }
}
