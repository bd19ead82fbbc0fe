package io.everythingmcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

/** Client with a token; none if it is empty. */
final class BearerClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String REVISION = "2025-11-25";

  private final String url;
  private final String token;
  private String header;
  private String value;
  private String session;
  private HttpResponse<String> last;

  BearerClient(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** Adds a header to all requests. */
  BearerClient in(String name, String always) {
    header = name;
    value = always;
    return this;
  }

  private JsonNode send(String method, String params) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
                        .formatted(method, params)));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (header != null) {
      request.header(header, value);
    }
    if (session != null) {
      request.header("Mcp-Session-Id", session).header("MCP-Protocol-Version", REVISION);
    }
    try {
      last = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return MAPPER.readTree(last.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode initializeResult() {
    return send(
        "initialize",
        "{\"protocolVersion\":\"%s\",\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}"
            .formatted(REVISION));
  }

  /** Initializes a session; returns name and version of the server. */
  String open() {
    JsonNode server = initializeResult().path("result").path("serverInfo");
    session = last.headers().firstValue("Mcp-Session-Id").orElseThrow();
    return server.path("name").asText() + " " + server.path("version").asText();
  }

  /** Returns the status of an initialize request. */
  int status() {
    initializeResult();
    return last.statusCode();
  }

  String session() {
    return session;
  }

  /** Returns the same client with another session id. */
  BearerClient in(String other) {
    BearerClient attacker = new BearerClient(url, token);
    attacker.session = other;
    return attacker;
  }

  int statusOfList() {
    send("tools/list", "{}");
    return last.statusCode();
  }

  List<String> tools() {
    return StreamSupport.stream(
            send("tools/list", "{}").path("result").path("tools").spliterator(), false)
        .map(tool -> tool.path("name").asText())
        .toList();
  }

  String echo(String text) {
    return send(
            "tools/call", "{\"name\":\"echo\",\"arguments\":{\"message\":\"%s\"}}".formatted(text))
        .at("/result/content/0/text")
        .asText();
  }

  String lastBody() {
    return last.body();
  }
}
