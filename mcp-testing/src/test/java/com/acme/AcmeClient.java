package com.acme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Client that calls tools of a server, in either era, with a token of some scopes. */
final class AcmeClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

  private static final String TASKS_META =
      META.replace(
          "{}}",
          "{\"elicitation\":{\"form\":{}},"
              + "\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}}");

  private static final String ENDPOINT = "/mcp";

  private final String url;
  private final String endpoint;
  private final String token;

  AcmeClient(String url, String scopes) {
    this(new Token(scopes == null ? null : token(url + ENDPOINT, scopes)), url, ENDPOINT);
  }

  private AcmeClient(Token token, String url, String endpoint) {
    this.url = url;
    this.endpoint = endpoint;
    this.token = token.text();
  }

  /** Token; null for none. */
  private record Token(String text) {}

  /** Returns a client with another token. */
  static AcmeClient withToken(String url, String token) {
    return at(url, ENDPOINT, token);
  }

  /** Returns a client of an endpoint on another path; the token may be null. */
  static AcmeClient at(String url, String endpoint, String token) {
    return new AcmeClient(new Token(token), url, endpoint);
  }

  static String token(String resource, String scopes) {
    try {
      JWTClaimsSet claims =
          new JWTClaimsSet.Builder()
              .subject("alice")
              .issuer("https://issuer.example")
              .audience(resource)
              .claim("scope", scopes)
              .expirationTime(Date.from(Instant.now().plusSeconds(600)))
              .build();
      SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      jwt.sign(new MACSigner(AcmeServer.SECRET.getBytes(StandardCharsets.UTF_8)));
      return jwt.serialize();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Creates a request of 2026-07-28. */
  HttpResponse<String> stateless(String method, String name, String params) throws Exception {
    return stateless(META, method, name, params);
  }

  /** Sends a request of 2026-07-28 that declares the tasks extension and elicitation. */
  JsonNode withTasks(String method, String name, String params) throws Exception {
    return json(stateless(TASKS_META, method, name, params)).path("result");
  }

  private HttpResponse<String> stateless(String meta, String method, String name, String params)
      throws Exception {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":{%s%s}}"
            .formatted(method, params.isEmpty() ? "" : params + ",", meta);
    return name == null
        ? post(endpoint, body, "MCP-Protocol-Version", "2026-07-28", "Mcp-Method", method)
        : post(
            endpoint,
            body,
            "MCP-Protocol-Version",
            "2026-07-28",
            "Mcp-Method",
            method,
            "Mcp-Name",
            name);
  }

  /** Returns the response to {@code initialize}. */
  HttpResponse<String> initialize() throws Exception {
    return initialize("2025-11-25");
  }

  private HttpResponse<String> initialize(String revision) throws Exception {
    return post(
        endpoint,
        ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                + "\"%s\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}")
            .formatted(revision));
  }

  /** Calls tools in one batch, in a new session of 2025-03-26. */
  HttpResponse<String> batch(String... tools) throws Exception {
    HttpResponse<String> begun = initialize("2025-03-26");
    String calls =
        IntStream.range(0, tools.length)
            .mapToObj(
                i ->
                    "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\"}}"
                        .formatted(i, tools[i]))
            .collect(Collectors.joining(",", "[", "]"));
    return post(
        endpoint,
        calls,
        "Mcp-Session-Id",
        begun.headers().firstValue("Mcp-Session-Id").orElseThrow(),
        "MCP-Protocol-Version",
        "2025-03-26");
  }

  /** Sends a request in a new session. */
  HttpResponse<String> stateful(String method, String params) throws Exception {
    HttpResponse<String> begun = initialize();
    if (begun.statusCode() != 200) {
      return begun;
    }
    String session = begun.headers().firstValue("Mcp-Session-Id").orElseThrow();
    return post(
        endpoint,
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"%s\",\"params\":{%s}}"
            .formatted(method, params),
        "Mcp-Session-Id",
        session,
        "MCP-Protocol-Version",
        "2025-11-25");
  }

  /** Lists the tools in an existing session. */
  HttpResponse<String> list(String session) throws Exception {
    return post(
        endpoint,
        "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/list\",\"params\":{}}",
        "Mcp-Session-Id",
        session,
        "MCP-Protocol-Version",
        "2025-11-25");
  }

  /** Calls a tool in both eras, and returns their common status. */
  int call(String tool) throws Exception {
    String params = "\"name\":\"" + tool + "\",\"arguments\":{}";
    int first = stateful("tools/call", params).statusCode();
    int second = stateless("tools/call", tool, params).statusCode();
    if (first != second) {
      throw new AssertionError("with a session " + first + ", without " + second);
    }
    return first;
  }

  /** Returns the status of a page. */
  int get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  static JsonNode json(HttpResponse<String> response) throws Exception {
    return MAPPER.readTree(response.body());
  }
}
