package com.acme.conformance;

import io.everythingmcp.conformance.junit.McpConformance;
import io.everythingmcp.conformance.junit.ServerUnderTest;
import io.everythingmcp.conformance.server.TargetServer;
import io.everythingmcp.conformance.server.TestCaller;
import java.net.URI;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "MCP_URL", matches = ".+")
@McpConformance(only = {"lifecycle", "streams", "errors", "isolation"})
class RemoteConformanceTest implements ServerUnderTest {
  @Override
  public TargetServer server() {
    return TargetServer.at(URI.create(System.getenv("MCP_URL")))
        .by(TestCaller.token("alice", System.getenv("ALICE_TOKEN")))
        .andBy(TestCaller.token("bob", System.getenv("BOB_TOKEN")));
  }
}
