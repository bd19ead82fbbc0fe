package com.acme.hello;

import io.everythingmcp.conformance.junit.McpConformance;
import io.everythingmcp.conformance.junit.ServerUnderTest;
import io.everythingmcp.conformance.server.TargetServer;
import io.everythingmcp.testing.McpTestServer;
import org.junit.jupiter.api.AutoClose;

/** The conformance suite: each rule of the specification that applies is a test. */
@McpConformance
class HelloConformanceTest implements ServerUnderTest {
  @AutoClose static final McpTestServer SERVER = McpTestServer.start(new HelloApplication());

  @Override
  public TargetServer server() {
    return TargetServer.at(SERVER.endpoint());
  }
}
