package io.everythingmcp.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** HTTP POST requests to an MCP endpoint; responses are JSON or SSE streams. */
final class HttpExchanges {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI endpoint;
  private final Map<String, String> common;

  /**
   * Exchanges with an endpoint.
   *
   * @param common headers of all requests
   */
  HttpExchanges(URI endpoint, Map<String, String> common) {
    this.endpoint = endpoint;
    this.common = common;
  }

  /** Sends a message that has no response. */
  void send(ObjectNode message, Map<String, String> headers) {
    exchange(message, headers, other -> {});
  }

  /**
   * Sends a request and waits for its response.
   *
   * @param others receives each message of the server that precedes the response
   */
  Received exchange(ObjectNode message, Map<String, String> headers, Consumer<JsonNode> others) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(message.toString()));
    common.forEach(request::header);
    headers.forEach(request::header);
    try {
      HttpResponse<InputStream> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode received =
            type.startsWith("text/event-stream")
                ? events(body, message.path("id"), others)
                : single(body);
        return new Received(message, response, received);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No response to " + message, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the response", e);
    }
  }

  private static JsonNode single(InputStream body) throws IOException {
    byte[] bytes = body.readAllBytes();
    try {
      JsonNode tree = JSON.readTree(bytes);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JsonProcessingException e) {
      return JSON.getNodeFactory().textNode(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /** Reads events until the response with the id arrives or the stream ends. */
  private static JsonNode events(InputStream body, JsonNode id, Consumer<JsonNode> others)
      throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("data:")) {
        data.append(line.substring("data:".length()).stripLeading());
      } else if (line.isEmpty() && !data.isEmpty()) {
        JsonNode message = JSON.readTree(data.toString());
        data.setLength(0);
        if (message.path("id").equals(id) && !message.has("method")) {
          return message;
        }
        others.accept(message);
      }
    }
    return MissingNode.getInstance();
  }

  /** HTTP response with its request. */
  record Received(ObjectNode request, HttpResponse<InputStream> response, JsonNode message) {
    /** The result. */
    JsonNode result() {
      if (response.statusCode() != 200 || !message.has("result")) {
        throw new UnexpectedResponseException(
            response.statusCode(), request.toString(), message.toString(), message.path("error"));
      }
      return message.get("result");
    }

    Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }
  }
}
