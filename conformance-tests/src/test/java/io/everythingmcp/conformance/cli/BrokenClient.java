package io.everythingmcp.conformance.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Client that sends an incomplete message, and another message on request. */
final class BrokenClient {
  private BrokenClient() {}

  public static void main(String[] arguments) throws Exception {
    String url = arguments[arguments.length - 1];
    if (!url.equals(System.getenv("MCP_SERVER_URL"))) {
      throw new IllegalStateException("MCP_SERVER_URL is not " + url);
    }
    if (System.getenv("MANAGEMENT_TOKEN") != null) {
      throw new IllegalStateException("The client has the management token");
    }
    if (arguments[0].equals("broken")) {
      HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(url))
                  .header("Content-Type", "application/json")
                  .header("Accept", "application/json, text/event-stream")
                  .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1"))
                  .build(),
              BodyHandlers.discarding());
    }
  }
}
