package io.everythingmcp.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Test client over Streamable HTTP for the stateful revisions or the stateless one. It waits for
 * each response and passes input requests of the server to a function of the test. A JSON-RPC or
 * HTTP error is thrown as {@link UnexpectedResponseException}, whose message contains the exchange.
 * Not thread-safe.
 */
public final class McpTestClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String LATEST_STATEFUL = "2025-11-25";

  private final ClientChannel channel;

  /** Protocol revisions to use. */
  public enum Revisions {
    /** 2025-11-25, with a session created by {@code initialize}. */
    STATEFUL,
    /** 2026-07-28, in which each request is complete. */
    STATELESS
  }

  private McpTestClient(ClientChannel channel) {
    this.channel = channel;
  }

  /** Connects without a credential; in the stateful revisions this creates the session. */
  public static McpTestClient connect(URI endpoint, Revisions revisions) {
    return connect(endpoint, revisions, Optional.empty(), inputRequest -> Optional.empty());
  }

  /**
   * Connects with a bearer token.
   *
   * @param token the bearer token of each request
   * @param inputResponses returns the result of an input request of the server ({@code
   *     elicitation/create}, {@code sampling/createMessage}, {@code roots/list}); empty for an
   *     error
   */
  public static McpTestClient connect(
      URI endpoint,
      Revisions revisions,
      Optional<String> token,
      Function<JsonNode, Optional<JsonNode>> inputResponses) {
    Builder builder = builder(endpoint).revisions(revisions).inputResponses(inputResponses);
    token.ifPresent(builder::token);
    return builder.connect();
  }

  /**
   * Connects with one of the stateful revisions, such as {@code 2025-03-26}, without a credential.
   *
   * @param revision the revision that {@code initialize} requests
   * @param inputResponses as in the other method
   */
  public static McpTestClient connect(
      URI endpoint, String revision, Function<JsonNode, Optional<JsonNode>> inputResponses) {
    return builder(endpoint).revision(revision).inputResponses(inputResponses).connect();
  }

  /** Creates a builder for a client of 2025-11-25 that sends no credential. */
  public static Builder builder(URI endpoint) {
    return new Builder(endpoint);
  }

  /** Information about the server: the result of {@code initialize} or {@code server/discover}. */
  public JsonNode server() {
    return channel.server();
  }

  /** Returns the id of the session; empty in the stateless revision. */
  public Optional<String> sessionId() {
    return channel.sessionId();
  }

  /** Returns the names of the listed tools, of all pages. */
  public List<String> toolNames() {
    List<String> names = new ArrayList<>();
    ObjectNode params = JSON.createObjectNode();
    while (true) {
      JsonNode page = channel.request("tools/list", params);
      page.path("tools").forEach(tool -> names.add(tool.path("name").asText()));
      if (!page.has("nextCursor")) {
        return names;
      }
      params.set("cursor", page.get("nextCursor"));
    }
  }

  /** Calls a tool. */
  public ToolCallResult callTool(String name, Map<String, ?> arguments) {
    ObjectNode params = JSON.createObjectNode().put("name", name);
    params.set("arguments", JSON.valueToTree(arguments));
    return new ToolCallResult(channel.request("tools/call", params));
  }

  /** The messages of a prompt, as the result of {@code prompts/get}. */
  public JsonNode getPrompt(String name, Map<String, String> arguments) {
    ObjectNode params = JSON.createObjectNode().put("name", name);
    params.set("arguments", JSON.valueToTree(arguments));
    return channel.request("prompts/get", params);
  }

  /** The contents of a resource, as the result of {@code resources/read}. */
  public JsonNode readResource(String uri) {
    return channel.request("resources/read", JSON.createObjectNode().put("uri", uri));
  }

  /**
   * Sends a request of any method.
   *
   * @param params without {@code _meta}
   * @return the result
   */
  public JsonNode request(String method, ObjectNode params) {
    return channel.request(method, params);
  }

  /** Settings of a client. All are optional; each method changes this builder and returns it. */
  public static final class Builder {
    private final URI endpoint;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Revisions revisions = Revisions.STATEFUL;
    private String revision = LATEST_STATEFUL;
    private Optional<String> session = Optional.empty();
    private Function<JsonNode, Optional<JsonNode>> inputResponses =
        inputRequest -> Optional.empty();

    private Builder(URI endpoint) {
      this.endpoint = endpoint;
    }

    /** Sets the revisions; default {@link Revisions#STATEFUL}. */
    public Builder revisions(Revisions wanted) {
      revisions = wanted;
      return this;
    }

    /** Sets the stateful revision that {@code initialize} requests; default 2025-11-25. */
    public Builder revision(String date) {
      revision = date;
      return revisions(Revisions.STATEFUL);
    }

    /** Sets the bearer token of each request. */
    public Builder token(String token) {
      return header("Authorization", "Bearer " + token);
    }

    /** Adds a header to each request. */
    public Builder header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    /** Continues a session that another client created, instead of creating one. */
    public Builder session(String id) {
      session = Optional.of(id);
      return revisions(Revisions.STATEFUL);
    }

    /**
     * Sets the function that responds to input requests of the server; default: an error.
     *
     * @param responses returns the result of an input request ({@code elicitation/create}, {@code
     *     sampling/createMessage}, {@code roots/list}); empty for an error
     */
    public Builder inputResponses(Function<JsonNode, Optional<JsonNode>> responses) {
      inputResponses = responses;
      return this;
    }

    /**
     * Connects; in the stateful revisions this creates the session.
     *
     * @throws UnexpectedResponseException if the server does not create the session
     */
    public McpTestClient connect() {
      HttpExchanges http = new HttpExchanges(endpoint, Map.copyOf(headers));
      if (revisions == Revisions.STATELESS) {
        return new McpTestClient(new StatelessChannel(http, inputResponses));
      }
      return new McpTestClient(
          session
              .map(id -> StatefulChannel.existing(http, revision, id, inputResponses))
              .orElseGet(() -> StatefulChannel.initialize(http, revision, inputResponses)));
    }
  }
}
