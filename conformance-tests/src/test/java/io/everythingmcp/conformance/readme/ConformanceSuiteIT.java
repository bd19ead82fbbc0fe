package io.everythingmcp.conformance.readme;

import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.junit.McpConformance;
import io.everythingmcp.conformance.junit.ServerUnderTest;
import io.everythingmcp.conformance.junit.UnmetShould;
import io.everythingmcp.conformance.server.TargetServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The suite as a test of a server: three lines and an annotation, here for the areas without a
 * login.
 */
@McpConformance(
    only = {"lifecycle", "stateless", "errors"},
    unmetShould = UnmetShould.FAIL)
class ConformanceSuiteIT implements ServerUnderTest {
  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "none", "FIXTURES", "true");

  @Override
  public TargetServer server() {
    return TargetServer.at(SERVER.uri().resolve("/mcp"));
  }
}
