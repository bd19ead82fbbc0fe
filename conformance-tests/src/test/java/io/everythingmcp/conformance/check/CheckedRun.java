package io.everythingmcp.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A run and a scripted client in it. */
final class CheckedRun {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REVISION = "2025-11-25";

  private final RawClient http;
  private final JsonNode created;
  private String session;
  private String token = "";
  private int ids;

  private CheckedRun(RawClient http, JsonNode created) {
    this.http = http;
    this.created = created;
  }

  static CheckedRun start(RawClient http, String preset) {
    return start(http, Map.of("preset", preset));
  }

  static CheckedRun start(RawClient http, Map<String, Object> options) {
    RawResponse answer = http.post("/check/runs", json(options)).send();
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo(answer.json().path("pageUrl").asText());
    return new CheckedRun(http, answer.json());
  }

  /** Returns the same client and run, whose requests are sent to another instance. */
  CheckedRun at(RawClient instance) {
    CheckedRun same = new CheckedRun(instance, created);
    same.session = session;
    same.token = token;
    same.ids = ids + 100;
    return same;
  }

  /** Returns a message as JSON. */
  static JsonNode json(Object message) {
    return JSON.valueToTree(message);
  }

  String id() {
    return created.path("id").asText();
  }

  URI mcpUrl() {
    return URI.create(created.path("mcpUrl").asText());
  }

  String mcp() {
    return mcpUrl().getPath();
  }

  String page() {
    return URI.create(created.path("pageUrl").asText()).getPath();
  }

  void token(String value) {
    token = value;
  }

  JsonNode report() {
    RawResponse answer = http.get(URI.create(created.path("reportUrl").asText()).getPath()).send();
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  /** Returns the check of a rule, which must exist. */
  static JsonNode check(JsonNode report, String rule) {
    return StreamSupport.stream(report.path("checks").spliterator(), false)
        .filter(check -> check.path("rule").asText().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no check of rule " + rule));
  }

  /** Returns the rules with this status. */
  static List<String> rules(JsonNode report, String status) {
    return StreamSupport.stream(report.path("checks").spliterator(), false)
        .filter(check -> check.path("status").asText().equals(status))
        .map(check -> check.path("rule").asText())
        .toList();
  }

  static List<String> endpoints(JsonNode report) {
    return StreamSupport.stream(report.path("exchanges").spliterator(), false)
        .map(exchange -> exchange.path("endpoint").asText())
        .distinct()
        .toList();
  }

  /** Sends a message as a conforming client does. */
  RawResponse send(Object message) {
    return prepared(message).send();
  }

  RawRequest prepared(Object message) {
    return credentials(http.post(mcp(), json(message)));
  }

  private RawRequest credentials(RawRequest request) {
    RawRequest with = request;
    if (session != null) {
      with = with.header("Mcp-Session-Id", session).header("MCP-Protocol-Version", REVISION);
    }
    return token.isEmpty() ? with : with.header("Authorization", "Bearer " + token);
  }

  /** Initializes a session. */
  RawResponse connect() {
    session = null;
    RawResponse answer =
        send(
            Map.of(
                "jsonrpc",
                "2.0",
                "id",
                ++ids,
                "method",
                "initialize",
                "params",
                Map.of(
                    "protocolVersion", REVISION,
                    "capabilities", Map.of(),
                    "clientInfo", Map.of("name", "scripted", "version", "1.0"))));
    if (answer.status() == 200) {
      session = answer.header("Mcp-Session-Id");
      send(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"));
    }
    return answer;
  }

  String session() {
    return session;
  }

  RawResponse call(String tool, Map<String, Object> arguments) {
    return send(
        Map.of(
            "jsonrpc",
            "2.0",
            "id",
            ++ids,
            "method",
            "tools/call",
            "params",
            Map.of("name", tool, "arguments", arguments)));
  }

  /** Sends a request in the session. */
  RawResponse request(String method, Map<String, Object> params) {
    return send(Map.of("jsonrpc", "2.0", "id", ++ids, "method", method, "params", params));
  }

  /** Sends a request of revision 2026-07-28. */
  RawResponse modern(String method, Map<String, Object> params) {
    Map<String, Object> all = new java.util.LinkedHashMap<>(params);
    all.put(
        "_meta",
        Map.of(
            "io.modelcontextprotocol/protocolVersion", "2026-07-28",
            "io.modelcontextprotocol/clientCapabilities", Map.of(),
            "io.modelcontextprotocol/clientInfo", Map.of("name", "scripted", "version", "1.0")));
    return http.post(
            mcp(), json(Map.of("jsonrpc", "2.0", "id", ++ids, "method", method, "params", all)))
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", method)
        .header("Mcp-Name", (String) params.get("name"))
        .send();
  }

  RawResponse echo() {
    return call("echo", Map.of("message", "hello"));
  }

  RawResponse list(String cursor) {
    return send(
        Map.of(
            "jsonrpc",
            "2.0",
            "id",
            ++ids,
            "method",
            "tools/list",
            "params",
            cursor == null ? Map.of() : Map.of("cursor", cursor)));
  }

  RawRequest stream(String lastEventId) {
    return credentials(http.get(mcp()).header("Accept", "text/event-stream"))
        .header("Last-Event-ID", lastEventId);
  }

  RawResponse disconnect() {
    return credentials(http.request("DELETE", mcp())).send();
  }

  RawResponse post(String what, Object body) {
    return http.post(page() + "/" + what, json(body)).send();
  }
}
