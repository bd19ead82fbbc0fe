package io.everythingmcp.check.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.StreamEnd;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Scripted client and server; by default both conform. JSON is written with single quotes. This
 * class has the requests of 2026-07-28, its superclass those of sessions.
 */
public final class ScriptedRun extends ScriptedSession<ScriptedRun> {
  private String modernCapabilities = "{}";

  public ScriptedRun() {
    preset("plain");
  }

  @Override
  ScriptedRun self() {
    return this;
  }

  ScriptedRun modernCapabilities(String capabilities) {
    modernCapabilities = capabilities;
    return this;
  }

  private Map<String, String> modernHeaders(String method) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "application/json, text/event-stream");
    headers.put("MCP-Protocol-Version", "2026-07-28");
    headers.put("Mcp-Method", method);
    authorize(headers);
    return headers;
  }

  private String envelope(String params) {
    String meta =
        "'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
            + "'io.modelcontextprotocol/clientCapabilities':"
            + modernCapabilities
            + ",'io.modelcontextprotocol/clientInfo':{'name':'script','version':'1'}";
    String others = params.strip().substring(1);
    int own = others.indexOf("'_meta':{");
    if (own >= 0) {
      return "{" + others.substring(0, own) + meta + "," + others.substring(own + 9);
    }
    return "{" + meta + "}" + (others.equals("}") ? "" : ",") + others;
  }

  /** Adds a request of 2026-07-28 with its required metadata, and a response. */
  ScriptedRun modern(String id, String method, String params, int status, String response) {
    return modernRaw(request(id, method, envelope(params)), method, params, status, response);
  }

  ScriptedRun modern(String id, String method, String params, String result) {
    return modern(
        id, method, params, 200, "{'jsonrpc':'2.0','id':" + id + ",'result':" + result + "}");
  }

  ScriptedRun modernRaw(String body, String method, String params, int status, String response) {
    Map<String, String> headers = modernHeaders(method);
    JsonNode parsed = parse(params);
    String name =
        switch (method) {
          case "tools/call", "prompts/get" -> parsed.path("name").asText();
          case "resources/read" -> parsed.path("uri").asText();
          default -> method.startsWith("tasks/") ? parsed.path("taskId").asText() : "";
        };
    if (!name.isEmpty()) {
      headers.put("Mcp-Name", name);
    }
    return exchange(
        EndpointKind.MCP,
        "POST",
        "/mcp",
        headers,
        json(body),
        status,
        Map.of("Content-Type", "application/json"),
        json(response),
        StreamEnd.SERVER);
  }

  ScriptedRun modernError(String id, String method, String params, String error) {
    return modern(
        id, method, params, 400, "{'jsonrpc':'2.0','id':" + id + ",'error':" + error + "}");
  }

  /** Adds a request of 2026-07-28 whose stream ends without a response. */
  ScriptedRun modernStream(String id, String method, String params, StreamEnd end) {
    Map<String, String> headers = modernHeaders(method);
    if (method.equals("tools/call")) {
      headers.put("Mcp-Name", parse(params).path("name").asText());
    }
    return exchange(
        EndpointKind.MCP,
        "POST",
        "/mcp",
        headers,
        json(request(id, method, envelope(params))),
        200,
        Map.of("Content-Type", "text/event-stream"),
        "",
        end);
  }

  /** Adds a request without a token, and its challenge. */
  ScriptedRun exchangeUnauthorized(String scope) {
    return challenged("1", "tools/list", 401, "Bearer scope=\"" + scope + "\"");
  }

  /** Adds a call without a token; the challenge contains this URL. */
  ScriptedRun challengedWith(String metadata) {
    return challenged("1", "tools/list", 401, "Bearer", metadata);
  }

  /** Adds a call with insufficient scope. */
  ScriptedRun exchangeChallenge(String id, String scope) {
    return challenged(
        id, "tools/call", 403, "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
  }

  private ScriptedRun challenged(String id, String method, int status, String challenge) {
    return challenged(
        id,
        method,
        status,
        challenge + ",",
        "http://localhost/.well-known/oauth-protected-resource/mcp");
  }

  private ScriptedRun challenged(
      String id, String method, int status, String challenge, String metadata) {
    Map<String, String> headers = modernHeaders(method);
    if (method.equals("tools/call")) {
      headers.put("Mcp-Name", "a");
    }
    return exchange(
        EndpointKind.MCP,
        "POST",
        "/mcp",
        headers,
        json(request(id, method, envelope(method.equals("tools/call") ? "{'name':'a'}" : "{}"))),
        status,
        Map.of("WWW-Authenticate", challenge + " resource_metadata=\"" + metadata + "\""),
        "",
        StreamEnd.SERVER);
  }
}
