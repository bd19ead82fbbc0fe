package io.everythingmcp.conformance.clientcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One run of the client check with a client that is a command. */
public final class ClientRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final JsonNode created;

  private ClientRun(URI server, JsonNode created) {
    this.server = server;
    this.created = created;
  }

  /** The names of all presets of a server. */
  public static List<String> presets(URI server) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(server.resolve("/check/presets")).build();
    HttpResponse<String> reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (reply.statusCode() != 200) {
      throw new IOException("The server at " + server + " has no client check (CLIENT_CHECK)");
    }
    return JSON.readTree(reply.body()).findValuesAsText("name");
  }

  /** Starts a run; empty if the preset is unknown. */
  public static Optional<ClientRun> start(URI server, String preset)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/check/runs"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("preset", preset))))
            .build();
    HttpResponse<String> reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    return reply.statusCode() == 201
        ? Optional.of(new ClientRun(server, JSON.readTree(reply.body())))
        : Optional.empty();
  }

  /**
   * Runs the client, with the URL as its last argument and in a variable, and waits for it.
   *
   * @return whether it ended in time
   */
  public boolean runClient(List<String> command, long seconds)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    String url = created.path("mcpUrl").asText();
    all.add(url);
    ProcessBuilder builder = new ProcessBuilder(all).inheritIO();
    builder.environment().put("MCP_SERVER_URL", url);
    Process client = builder.start();
    boolean ended = client.waitFor(seconds, TimeUnit.SECONDS);
    client.descendants().forEach(ProcessHandle::destroy);
    client.destroy();
    return ended;
  }

  /** Ends the run; returns the report. */
  public JsonNode finish() throws IOException, InterruptedException {
    http.send(
        HttpRequest.newBuilder(URI.create(created.path("pageUrl").asText() + "/finish"))
            .POST(BodyPublishers.noBody())
            .build(),
        BodyHandlers.discarding());
    return JSON.readTree(get(URI.create(created.path("reportUrl").asText())));
  }

  private String get(URI uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  /** Writes a report. */
  public void write(ClientReportFile file) throws IOException, InterruptedException {
    Path path = file.path();
    String name =
        switch (file.kind()) {
          case HTML -> "report.html";
          case JSON -> "report.json";
          case JUNIT -> "report.junit.xml";
        };
    Files.writeString(path, get(server.resolve("/check/runs/" + id() + "/" + name)));
  }

  private String id() {
    return created.path("id").asText();
  }

  /** Prints the headline, the failures and the warnings. */
  public static void print(JsonNode report, PrintWriter out) {
    out.println(report.path("preset").asText() + ": " + report.path("headline").asText());
    for (JsonNode check : report.path("checks")) {
      String status = check.path("status").asText();
      if (status.equals("FAILURE") || status.equals("WARNING")) {
        out.println(
            "  "
                + status
                + " "
                + check.path("rule").asText()
                + " "
                + check.path("title").asText()
                + " "
                + check.path("evidence"));
        out.println("    received: " + check.path("received").asText());
        out.println("    " + check.path("spec").asText());
      }
    }
    JsonNode summary = report.path("summary");
    out.println(
        "  "
            + summary.path("success").asInt()
            + " kept, "
            + summary.path("failure").asInt()
            + " violated, "
            + summary.path("warning").asInt()
            + " not as recommended, "
            + summary.path("skipped").asInt()
            + " not seen");
    out.flush();
  }
}
