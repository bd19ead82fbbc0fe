package io.everythingmcp.check.rule;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.StreamEnd;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Exchanges of the stateful revisions, one session at a time.
 *
 * @param <S> the script that continues after each step
 */
abstract class ScriptedSession<S extends ScriptedSession<S>> extends ScriptedExchanges<S> {
  static final String ALL =
      "{'tools':{'listChanged':true},'prompts':{},'resources':{'subscribe':true},'logging':{},"
          + "'completions':{},'tasks':{'list':{},'cancel':{},'requests':{'tools':{'call':{}}}}}";

  private String session;
  private String version;
  private boolean deletes = true;

  S noDelete() {
    deletes = false;
    return self();
  }

  private Map<String, String> legacyHeaders() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "application/json, text/event-stream");
    authorize(headers);
    if (session != null) {
      headers.put("Mcp-Session-Id", session);
      if (version.compareTo("2025-06-18") >= 0) {
        headers.put("MCP-Protocol-Version", version);
      }
    }
    return headers;
  }

  /** Adds a POST of a session with any body. */
  S post(String body, int status, String response) {
    return exchange(
        EndpointKind.MCP,
        "POST",
        "/mcp",
        legacyHeaders(),
        json(body),
        status,
        Map.of("Content-Type", "application/json"),
        json(response),
        StreamEnd.SERVER);
  }

  /** Adds a POST whose response is a stream with the events added before. */
  S postStream(String body, StreamEnd end) {
    return exchange(
        EndpointKind.MCP,
        "POST",
        "/mcp",
        legacyHeaders(),
        json(body),
        200,
        Map.of("Content-Type", "text/event-stream"),
        "",
        end);
  }

  S initialize(String revision, String capabilities, String answered, String server) {
    session = null;
    version = revision;
    String id = "session-" + (last() + 1);
    exchange(
        EndpointKind.MCP,
        "POST",
        "/mcp",
        legacyHeaders(),
        json(
            "{'jsonrpc':'2.0','id':0,'method':'initialize','params':{'protocolVersion':'"
                + revision
                + "','capabilities':"
                + capabilities
                + ",'clientInfo':{'name':'script','version':'1'}}}"),
        200,
        Map.of("Content-Type", "application/json", "Mcp-Session-Id", id),
        json(
            "{'jsonrpc':'2.0','id':0,'result':{'protocolVersion':'"
                + answered
                + "','capabilities':"
                + server
                + ",'serverInfo':{'name':'s','version':'1'}}}"),
        StreamEnd.SERVER);
    session = id;
    version = answered;
    return self();
  }

  S initialized() {
    return notify("notifications/initialized", "{}");
  }

  /** Adds an initialized session. */
  S legacy(String revision, String capabilities) {
    return initialize(revision, capabilities, revision, ALL).initialized();
  }

  S legacy(String revision) {
    return legacy(revision, "{'roots':{'listChanged':true},'sampling':{},'elicitation':{}}");
  }

  S legacy() {
    return legacy("2025-11-25");
  }

  S notify(String method, String params) {
    return post("{'jsonrpc':'2.0','method':'" + method + "','params':" + params + "}", 202, "");
  }

  S call(String id, String method, String params, String result) {
    return post(
        request(id, method, params),
        200,
        "{'jsonrpc':'2.0','id':" + id + ",'result':" + result + "}");
  }

  S call(String id, String method, String params) {
    return call(id, method, params, "{}");
  }

  S tools(String id) {
    return call(id, "tools/list", "{}", "{'tools':[]}");
  }

  /** Adds a call that fails with this status and without a message. */
  S refused(String id, String method, String params, int status) {
    return post(request(id, method, params), status, "");
  }

  S open(String id, String method, String params, StreamEnd end) {
    return postStream(request(id, method, params), end);
  }

  /** Adds a response of the client. */
  S respond(String body) {
    return post("{'jsonrpc':'2.0'," + body + "}", 202, "");
  }

  /** Adds a GET stream of a session that stays open. */
  S getStream() {
    Map<String, String> headers = legacyHeaders();
    headers.remove("Content-Type");
    headers.put("Accept", "text/event-stream");
    exchange(
        EndpointKind.MCP,
        "GET",
        "/mcp",
        headers,
        "",
        200,
        Map.of("Content-Type", "text/event-stream"),
        "",
        StreamEnd.OPEN);
    return keepStream();
  }

  /** Adds a GET that resumes a stream. */
  S resume(String lastEventId) {
    Map<String, String> headers = legacyHeaders();
    headers.remove("Content-Type");
    headers.put("Accept", "text/event-stream");
    headers.put("Last-Event-ID", lastEventId);
    return exchange(
        EndpointKind.MCP,
        "GET",
        "/mcp",
        headers,
        "",
        200,
        Map.of("Content-Type", "text/event-stream"),
        "",
        StreamEnd.SERVER);
  }

  S delete() {
    Map<String, String> headers = legacyHeaders();
    headers.remove("Content-Type");
    exchange(EndpointKind.MCP, "DELETE", "/mcp", headers, "", 204, Map.of(), "", StreamEnd.SERVER);
    session = null;
    return self();
  }

  /** Returns the finished run. */
  public JournalSnapshot finished() {
    if (session != null && deletes) {
      delete();
    }
    return finish();
  }
}
