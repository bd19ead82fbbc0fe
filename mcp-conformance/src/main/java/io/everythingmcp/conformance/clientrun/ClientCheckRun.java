package io.everythingmcp.conformance.clientrun;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A run of the client check: an MCP URL whose exchanges are recorded and evaluated. Not affected by
 * other runs of the same server.
 */
public final class ClientCheckRun {
  private static final String RUNS = "/check/runs";

  private final RunRequests requests;
  private final JsonNode created;

  private ClientCheckRun(RunRequests requests, JsonNode created) {
    this.requests = requests;
    this.created = created;
  }

  /**
   * Returns the names of all presets.
   *
   * @param server base URI of a server with the client check
   * @throws IllegalStateException if the server has no client check
   * @throws io.everythingmcp.conformance.server.ServerUnreachableException if it does not respond
   */
  public static List<String> presets(URI server) {
    return presets(ManagementAccess.withoutToken(server));
  }

  /** As {@link #presets(URI)}, with the management token of the server. */
  public static List<String> presets(ManagementAccess server) {
    return new RunRequests(server).json("/check/presets").findValuesAsText("name");
  }

  /**
   * Starts a run.
   *
   * @param server base URI of a server with the client check
   * @param preset the name of a preset, such as {@code plain}
   * @throws IllegalArgumentException if the server does not have the preset; the message contains
   *     the names of those that it has
   * @throws IllegalStateException if the server has no client check
   * @throws io.everythingmcp.conformance.server.ServerUnreachableException if it does not respond
   */
  public static ClientCheckRun start(URI server, String preset) {
    return start(ManagementAccess.withoutToken(server), preset);
  }

  /** As {@link #start(URI, String)}, with the management token of the server. */
  public static ClientCheckRun start(ManagementAccess server, String preset) {
    RunRequests requests = new RunRequests(server);
    HttpResponse<String> response = requests.post(RUNS, Map.of("preset", preset));
    if (response.statusCode() == 400) {
      throw new IllegalArgumentException(
          "preset is '" + preset + "'; expected one of " + String.join(", ", presets(server)));
    }
    return new ClientCheckRun(requests, requests.parse(requests.expect(201, response)));
  }

  /**
   * Sends an exported run to be evaluated again.
   *
   * @param server base URI of a server with the client check
   * @param export a file that {@code download("export")} returned
   * @throws FileNotFoundException if there is no such file
   * @throws IllegalArgumentException if it is not the export of a run, or incomplete; the message
   *     has the line and the reason
   * @throws IllegalStateException if the server has no client check
   * @throws io.everythingmcp.conformance.server.ServerUnreachableException if it does not respond
   */
  public static ClientCheckRun replay(URI server, Path export) throws FileNotFoundException {
    return replay(ManagementAccess.withoutToken(server), export);
  }

  /** As {@link #replay(URI, Path)}, with the management token of the server. */
  public static ClientCheckRun replay(ManagementAccess server, Path export)
      throws FileNotFoundException {
    RunRequests requests = new RunRequests(server);
    HttpResponse<String> response = requests.post("/check/replays", export);
    if (response.statusCode() == 400) {
      throw new IllegalArgumentException(requests.parse(response.body()).path("message").asText());
    }
    return new ClientCheckRun(requests, requests.parse(requests.expect(201, response)));
  }

  public String preset() {
    return created.path("preset").asText();
  }

  /** Returns the URL to configure in the client. */
  public URI mcpUrl() {
    return uri("mcpUrl");
  }

  /** Returns the URL of the page with the recorded exchanges, for a browser. */
  public URI pageUrl() {
    return uri("pageUrl");
  }

  /**
   * Applies a fault at the next opportunity, such as {@code end-session}, {@code expire-token} or
   * {@code drop-stream}.
   *
   * @throws IllegalStateException if the server does not have the fault; the message contains the
   *     names of those that it has
   */
  public void provoke(String fault) {
    requests.expect(204, requests.post(below("provoke"), Map.of("fault", fault)));
  }

  /**
   * Acts as a user with a browser: opens the URL of an authorization request, logs in as the
   * development user, and consents.
   *
   * @param authorizationRequest the URL that the client would open in a browser
   * @return the URL of the authorization response: the redirect URI of the client with its
   *     parameters. It is not requested
   * @throws IllegalStateException if the pages do not end in a redirect to the client, such as for
   *     an invalid authorization request
   */
  public URI signIn(URI authorizationRequest) {
    return new RunSignIn(authorizationRequest).redirect();
  }

  /** Returns the report of the run as it is now. */
  public JsonNode report() {
    return requests.json(below("report.json"));
  }

  /** Ends the run, so that missing messages are evaluated too, and returns the report. */
  public JsonNode finish() {
    return requests.parse(requests.expect(200, requests.post(below("finish"), Map.of())));
  }

  /**
   * Returns a report.
   *
   * @param file {@code report.json}, {@code report.html}, {@code report.junit.xml}, {@code
   *     checks.json} or {@code export}
   */
  public String download(String file) {
    return requests.get(below(file));
  }

  /** Deletes the run and the recorded data. */
  public void delete() {
    requests.delete(page());
  }

  private URI uri(String member) {
    return URI.create(created.path(member).asText());
  }

  /** The path of the page: management requests go to the server that was given. */
  private String page() {
    return RUNS + "/" + created.path("id").asText();
  }

  private String below(String name) {
    return page() + "/" + name;
  }
}
