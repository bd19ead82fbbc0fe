package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.UnexpectedResponseException;
import java.net.URI;

/** An endpoint whose server depends on the token. */
record PerTokenEndpoint(String url) {
  /** Connects with a token. */
  McpTestClient connect(String token) {
    return client(token).connect();
  }

  /** Returns a builder of a client with a token. */
  McpTestClient.Builder client(String token) {
    return McpTestClient.builder(URI.create(url)).token(token);
  }

  /** Returns name and version of the server for a token. */
  String serverFor(String token) {
    return name(connect(token));
  }

  /** Returns name and version of the server of a client. */
  static String name(McpTestClient client) {
    return client.server().at("/serverInfo/name").asText()
        + " "
        + client.server().at("/serverInfo/version").asText();
  }

  /** Returns the response that rejects a token. */
  UnexpectedResponseException rejection(String token) {
    return rejection(client(token));
  }

  /** Returns the response to {@code initialize} of a client that is rejected. */
  static UnexpectedResponseException rejection(McpTestClient.Builder client) {
    return catchThrowableOfType(UnexpectedResponseException.class, client::connect);
  }
}
