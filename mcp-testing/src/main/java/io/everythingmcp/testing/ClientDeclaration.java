package io.everythingmcp.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Client information and capabilities of the test client. */
final class ClientDeclaration {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ClientDeclaration() {}

  /** Returns all client capabilities. */
  static ObjectNode capabilities() {
    ObjectNode capabilities = JSON.createObjectNode();
    ObjectNode elicitation = capabilities.putObject("elicitation");
    elicitation.putObject("form");
    elicitation.putObject("url");
    capabilities.putObject("sampling");
    capabilities.putObject("roots");
    return capabilities;
  }

  static ObjectNode info() {
    return JSON.createObjectNode().put("name", "mcp-test-client").put("version", "1.0.0");
  }
}
