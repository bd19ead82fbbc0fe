package io.everythingmcp.conformance.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawClient;
import java.net.URI;

/** Tool that requires URL elicitation. */
final class ElicitationTool {
  private final McpSession session;
  private final URI page;

  private ElicitationTool(McpSession session, URI page) {
    this.session = session;
    this.page = page;
  }

  /** Calls the tool for the first time. */
  static ElicitationTool call(RawClient client) {
    McpSession session = McpSession.open(client, "2025-11-25", "{'elicitation':{'url':{}}}");
    JsonNode error = session.call("elicitUrl", "{'viaError':true}").path("error");
    JsonNode page = error.at("/data/elicitations/0/url");
    return new ElicitationTool(session, URI.create(page.asText()));
  }

  /** Returns the URL of the elicitation. */
  URI page() {
    return page;
  }

  /** Retries the call; returns whether it completes. Otherwise it requires another elicitation. */
  boolean isCompleted() {
    return session.call("elicitUrl", "{'viaError':true}").has("result");
  }
}
