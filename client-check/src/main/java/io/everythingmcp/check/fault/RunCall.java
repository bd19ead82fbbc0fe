package io.everythingmcp.check.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.everythingmcp.check.journal.EndpointKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Request on its way to the server of a run: what was sent, and the decisions of faults about it.
 * The journal retains what was sent, regardless of the changes.
 */
public final class RunCall {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int n;
  private final EndpointKind endpoint;
  private final String method;
  private final HttpFields.Mutable headers;
  private String server;
  private String pathQuery;
  private byte[] body;
  private JsonNode message;
  private ReplacementResponse instead;
  private ResponseEdit edit;
  private EventEdit events;
  private final List<ServerChange> changes = new ArrayList<>();
  private String fault;
  private long delay;

  /**
   * Creates a request.
   *
   * @param n its number in the run
   * @param server the server of the run that processes it
   * @param pathQuery path and query for that server
   */
  public RunCall(
      int n,
      EndpointKind endpoint,
      String server,
      String method,
      String pathQuery,
      HttpFields headers,
      byte[] body) {
    this.n = n;
    this.endpoint = endpoint;
    this.server = server;
    this.method = method;
    this.pathQuery = pathQuery;
    this.headers = HttpFields.build(headers);
    this.body = body;
  }

  /** Returns a copy whose changes do not affect this call. */
  public RunCall copy() {
    RunCall copy = new RunCall(n, endpoint, server, method, pathQuery, headers, body);
    copy.edit = edit;
    copy.events = events;
    copy.fault = fault;
    copy.instead = instead;
    copy.delay = delay;
    copy.changes.addAll(changes);
    return copy;
  }

  /** Replaces what faults do with the response, where they do something. */
  public void wrap(UnaryOperator<ResponseEdit> wholes, UnaryOperator<EventEdit> streams) {
    edit = edit == null ? null : wholes.apply(edit);
    events = events == null ? null : streams.apply(events);
  }

  public int n() {
    return n;
  }

  public EndpointKind endpoint() {
    return endpoint;
  }

  public String method() {
    return method;
  }

  /** Returns the headers for the server. */
  public HttpFields.Mutable headers() {
    return headers;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Returns the bearer token; empty without one. */
  public Optional<String> token() {
    return header(HttpHeader.AUTHORIZATION.asString())
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip());
  }

  public byte[] body() {
    return body;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Replaces the body for the server. */
  public void body(String text) {
    body = text.getBytes(StandardCharsets.UTF_8);
    message = null;
  }

  /** Returns the JSON-RPC message; a missing node for another body. */
  public JsonNode message() {
    if (message == null) {
      try {
        message = body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
      } catch (IOException e) {
        message = JSON.missingNode();
      }
    }
    return message;
  }

  /** The method of a JSON-RPC request that was posted, or an empty text. */
  public String rpcMethod() {
    return endpoint.takesMessages() && method.equals("POST")
        ? message().path("method").asText("")
        : "";
  }

  /** Returns whether it is a JSON-RPC request, not a notification or a response. */
  public boolean asks() {
    return !rpcMethod().isEmpty() && message().has("id");
  }

  /** Returns whether it calls this tool. */
  public boolean calls(String tool) {
    return rpcMethod().equals("tools/call")
        && message().path("params").path("name").asText("").equals(tool);
  }

  /** Returns whether it belongs to a stateless revision. */
  public boolean modern() {
    return message().path("params").path("_meta").has("io.modelcontextprotocol/protocolVersion");
  }

  public String pathQuery() {
    return pathQuery;
  }

  /** Replaces the path for the server. */
  public void pathQuery(String other) {
    pathQuery = other;
  }

  public String server() {
    return server;
  }

  /** Selects another server of the run. */
  public void server(String other) {
    server = other;
  }

  /** Sends a response instead of the server. */
  public void replaceResponse(String name, ReplacementResponse replacement) {
    fault = name;
    instead = replacement;
  }

  public Optional<ReplacementResponse> instead() {
    return Optional.ofNullable(instead);
  }

  /** Changes a response that is not a stream. */
  public void edit(String name, ResponseEdit change) {
    fault = name;
    edit = change;
  }

  /** Inspects a response that is not a stream; changes nothing. */
  public void look(ResponseEdit reader) {
    ResponseEdit before = edit;
    edit =
        response -> {
          if (before != null) {
            before.edit(response);
          }
          reader.edit(response);
        };
  }

  public Optional<ResponseEdit> edit() {
    return Optional.ofNullable(edit);
  }

  /** Inspects the events of a response that is a stream, and may change them. */
  public void events(EventEdit change) {
    EventEdit before = events;
    events =
        before == null
            ? change
            : (event, text) -> {
              StreamStep step = before.step(event, text);
              return step.then() == StreamStep.Then.GO_ON && step.text().equals(text)
                  ? change.step(event, text)
                  : step;
            };
  }

  public Optional<EventEdit> events() {
    return Optional.ofNullable(events);
  }

  /** Announces a change to the clients of the server before the request is forwarded. */
  public void announce(ServerChange change) {
    changes.add(change);
  }

  /** Returns the announced changes. */
  public List<ServerChange> changes() {
    return List.copyOf(changes);
  }

  /** Delays the request before it is forwarded. */
  public void delay(String name, long millis) {
    fault = name;
    delay = millis;
  }

  public long delay() {
    return delay;
  }

  /** Records a deliberate fault of this request. */
  public void fault(String name) {
    fault = name;
  }

  /** Returns the applied fault; null for none. */
  public String fault() {
    return fault;
  }
}
