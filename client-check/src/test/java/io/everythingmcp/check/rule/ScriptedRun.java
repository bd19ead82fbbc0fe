package io.everythingmcp.check.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.HeaderList;
import io.everythingmcp.check.journal.JournalJson;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.RecordedBody;
import io.everythingmcp.check.journal.RecordedEvent;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedHeader;
import io.everythingmcp.check.journal.RecordedProvocation;
import io.everythingmcp.check.journal.RecordedRequest;
import io.everythingmcp.check.journal.RecordedResponse;
import io.everythingmcp.check.journal.RunFacts;
import io.everythingmcp.check.journal.RunJournal;
import io.everythingmcp.check.journal.StreamEnd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A client and a server that follow a script: what is not said is as a good client does it. JSON is
 * written with single quotes.
 */
public final class ScriptedRun {
  public static final String ALL =
      "{'tools':{'listChanged':true},'prompts':{},'resources':{'subscribe':true},'logging':{},"
          + "'completions':{},'tasks':{'list':{},'cancel':{},'requests':{'tools':{'call':{}}}}}";
  static final String ISSUER = "http://localhost/as";
  private static final long START = 1_795_900_000_000L;

  private RunJournal journal;
  private final Map<String, String> next = new LinkedHashMap<>();
  private final List<RecordedEvent> streamed = new ArrayList<>();
  private long now = START;
  private int n;
  private String connection = "c1";
  private String session;
  private String version;
  private String token;
  private String modernCapabilities = "{}";
  private boolean deletes = true;
  private RecordedExchange stream;

  public ScriptedRun() {
    preset("plain");
  }

  /** Begins anew with this preset. */
  final ScriptedRun preset(String preset) {
    journal =
        new RunJournal(
            new RunFacts(
                "run1", preset, START, "http://localhost/mcp", List.of(ISSUER, ISSUER + "2")));
    return this;
  }

  public static String json(String text) {
    return text.replace('\'', '"');
  }

  static JsonNode parse(String text) {
    try {
      return JournalJson.parse(json(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Lets time pass. */
  ScriptedRun after(long millis) {
    now += millis;
    return this;
  }

  /** Sets the time of the next exchange, in milliseconds since the start of the run. */
  ScriptedRun at(long offset) {
    now = START + offset - 200;
    return this;
  }

  ScriptedRun on(String another) {
    connection = another;
    return this;
  }

  /** A header of the next request; null takes one away. */
  ScriptedRun with(String name, String value) {
    next.put(name, value);
    return this;
  }

  ScriptedRun token(String value) {
    token = value;
    return this;
  }

  ScriptedRun noDelete() {
    deletes = false;
    return this;
  }

  ScriptedRun modernCapabilities(String capabilities) {
    modernCapabilities = capabilities;
    return this;
  }

  int last() {
    return n;
  }

  ScriptedRun provoked(String id, String details) {
    journal.provoked(new RecordedProvocation(id, now, n, (ObjectNode) parse(details)));
    return this;
  }

  /** The most general step: a request and its response, a tenth of a second later. */
  ScriptedRun exchange(
      EndpointKind endpoint,
      String method,
      String path,
      Map<String, String> headers,
      String body,
      int status,
      Map<String, String> responseHeaders,
      String answer,
      StreamEnd end) {
    now += 200;
    n++;
    Map<String, String> all = new LinkedHashMap<>(headers);
    next.forEach(
        (name, value) -> {
          all.keySet().removeIf(name::equalsIgnoreCase);
          if (value != null) {
            all.put(name, value);
          }
        });
    next.clear();
    List<RecordedEvent> events = List.copyOf(streamed);
    streamed.clear();
    Map<String, String> answered = new LinkedHashMap<>(responseHeaders);
    if (!events.isEmpty()) {
      answered.put("Content-Type", "text/event-stream");
    }
    long ended = now + 50;
    for (RecordedEvent event : events) {
      ended = Math.max(ended, event.at() + 1);
    }
    journal.record(
        new RecordedExchange(
            n,
            endpoint,
            new RecordedRequest(
                now, now, method, path, list(all), RecordedBody.of(body), connection, false),
            new RecordedResponse(
                status, list(answered), RecordedBody.of(answer), events, now + 10, ended, end),
            endpoint == EndpointKind.CANARY ? path.split("/", -1)[2] : null));
    now = Math.max(now + 50, ended);
    return this;
  }

  private static HeaderList list(Map<String, String> headers) {
    return new HeaderList(
        headers.entrySet().stream()
            .map(one -> new RecordedHeader(one.getKey(), one.getValue()))
            .toList());
  }

  private Map<String, String> legacyHeaders() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "application/json, text/event-stream");
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    if (session != null) {
      headers.put("Mcp-Session-Id", session);
      if (version.compareTo("2025-06-18") >= 0) {
        headers.put("MCP-Protocol-Version", version);
      }
    }
    return headers;
  }

  /** A POST of a session with any body. */
  ScriptedRun post(String body, int status, String answer) {
    return exchange(
        EndpointKind.MCP,
        "POST",
        "/mcp",
        legacyHeaders(),
        json(body),
        status,
        Map.of("Content-Type", "application/json"),
        json(answer),
        StreamEnd.SERVER);
  }

  /** A POST whose response is a stream with the events given before, and ends so. */
  ScriptedRun postStream(String body, StreamEnd end) {
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

  /** An event of the response that comes next, so many milliseconds after its request. */
  ScriptedRun event(long after, String id, Integer retry, String data) {
    streamed.add(new RecordedEvent(now + 200 + after, null, id, retry, json(data), null));
    return this;
  }

  /** The event that tells where to send messages over HTTP+SSE. */
  ScriptedRun endpoint(long after, String uri) {
    streamed.add(new RecordedEvent(now + 200 + after, "endpoint", null, null, uri, null));
    return this;
  }

  ScriptedRun initialize(String revision, String capabilities, String answered, String server) {
    session = null;
    version = revision;
    String id = "session-" + (n + 1);
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
    return this;
  }

  ScriptedRun initialized() {
    return notify("notifications/initialized", "{}");
  }

  /** A session, ready to be used. */
  ScriptedRun legacy(String revision, String capabilities) {
    return initialize(revision, capabilities, revision, ALL).initialized();
  }

  ScriptedRun legacy(String revision) {
    return legacy(revision, "{'roots':{'listChanged':true},'sampling':{},'elicitation':{}}");
  }

  ScriptedRun legacy() {
    return legacy("2025-11-25");
  }

  ScriptedRun notify(String method, String params) {
    return post("{'jsonrpc':'2.0','method':'" + method + "','params':" + params + "}", 202, "");
  }

  private static String request(String id, String method, String params) {
    return "{'jsonrpc':'2.0','id':" + id + ",'method':'" + method + "','params':" + params + "}";
  }

  ScriptedRun call(String id, String method, String params, String result) {
    return post(
        request(id, method, params),
        200,
        "{'jsonrpc':'2.0','id':" + id + ",'result':" + result + "}");
  }

  ScriptedRun call(String id, String method, String params) {
    return call(id, method, params, "{}");
  }

  ScriptedRun tools(String id) {
    return call(id, "tools/list", "{}", "{'tools':[]}");
  }

  /** A call that is answered with this status and no message. */
  ScriptedRun refused(String id, String method, String params, int status) {
    return post(request(id, method, params), status, "");
  }

  ScriptedRun open(String id, String method, String params, StreamEnd end) {
    return postStream(request(id, method, params), end);
  }

  /** A response of the client. */
  ScriptedRun respond(String body) {
    return post("{'jsonrpc':'2.0'," + body + "}", 202, "");
  }

  /** A stream of a session that stays open. */
  ScriptedRun getStream() {
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
    JournalSnapshot snapshot = journal.snapshot(now);
    stream = snapshot.exchanges().get(n - 1);
    return this;
  }

  /** A message of the server on the open stream. */
  ScriptedRun server(String message) {
    now += 200;
    List<RecordedEvent> events = new ArrayList<>(stream.response().events());
    events.add(RecordedEvent.of(now, json("{'jsonrpc':'2.0'," + message + "}")));
    RecordedResponse old = stream.response();
    stream =
        stream.with(
            new RecordedResponse(
                old.status(), old.headers(), old.body(), events, old.startedAt(), now, old.end()));
    journal.record(stream);
    return this;
  }

  ScriptedRun ask(String id, String method, String params) {
    return server("'id':" + id + ",'method':'" + method + "','params':" + params);
  }

  /** A GET that resumes a stream. */
  ScriptedRun resume(String lastEventId) {
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

  ScriptedRun delete() {
    Map<String, String> headers = legacyHeaders();
    headers.remove("Content-Type");
    exchange(EndpointKind.MCP, "DELETE", "/mcp", headers, "", 204, Map.of(), "", StreamEnd.SERVER);
    session = null;
    return this;
  }

  private Map<String, String> modernHeaders(String method) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "application/json, text/event-stream");
    headers.put("MCP-Protocol-Version", "2026-07-28");
    headers.put("Mcp-Method", method);
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
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

  /** A request of 2026-07-28 with all that belongs to it, and any response. */
  ScriptedRun modern(String id, String method, String params, int status, String answer) {
    return modernRaw(request(id, method, envelope(params)), method, params, status, answer);
  }

  ScriptedRun modernRaw(String body, String method, String params, int status, String answer) {
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
        json(answer),
        StreamEnd.SERVER);
  }

  ScriptedRun modern(String id, String method, String params, String result) {
    return modern(
        id, method, params, 200, "{'jsonrpc':'2.0','id':" + id + ",'result':" + result + "}");
  }

  ScriptedRun modernError(String id, String method, String params, String error) {
    return modern(
        id, method, params, 400, "{'jsonrpc':'2.0','id':" + id + ",'error':" + error + "}");
  }

  /** A request of 2026-07-28 whose stream ends without an answer. */
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

  /** A request to something beside the MCP endpoint. */
  ScriptedRun other(
      EndpointKind endpoint, String method, String path, String body, int status, String answer) {
    return exchange(
        endpoint,
        method,
        path,
        Map.of(),
        body,
        status,
        Map.of("Content-Type", "application/json"),
        json(answer),
        StreamEnd.SERVER);
  }

  ScriptedRun redirect(EndpointKind endpoint, String location) {
    return exchange(
        endpoint,
        "POST",
        "/as/consent",
        Map.of(),
        "decision=approve",
        303,
        Map.of("Location", location),
        "",
        StreamEnd.SERVER);
  }

  /** A request without a token, and the challenge that it gets. */
  ScriptedRun exchangeUnauthorized(String scope) {
    return challenged("1", "tools/list", 401, "Bearer scope=\"" + scope + "\"");
  }

  /** A call that needs more scope. */
  ScriptedRun exchangeChallenge(String id, String scope) {
    return challenged(
        id, "tools/call", 403, "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
  }

  private ScriptedRun challenged(String id, String method, int status, String challenge) {
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
        Map.of(
            "WWW-Authenticate",
            challenge
                + ", resource_metadata=\"http://localhost/.well-known/oauth-protected-resource/mcp\""),
        "",
        StreamEnd.SERVER);
  }

  /** The run when it is over. */
  public JournalSnapshot finished() {
    if (session != null && deletes) {
      delete();
    }
    journal.finish();
    return journal.snapshot(now + 1000);
  }

  JournalSnapshot running() {
    return journal.snapshot(now);
  }
}
