package io.everythingmcp.conformance.clientcheck;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.clientrun.ClientCheckRun;
import io.everythingmcp.conformance.clientrun.ManagementAccess;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the client check with a client that is a command. */
public final class ClientRun {
  private final ClientCheckRun run;

  private ClientRun(ClientCheckRun run) {
    this.run = run;
  }

  /** Starts a run with a preset of the server. */
  public static ClientRun start(ManagementAccess server, String preset) {
    return new ClientRun(ClientCheckRun.start(server, preset));
  }

  /**
   * Sends an exported run to be evaluated again.
   *
   * @throws IllegalArgumentException if the server refuses the file; the message is its reason
   */
  public static ClientRun replay(ManagementAccess server, Path export)
      throws FileNotFoundException {
    return new ClientRun(ClientCheckRun.replay(server, export));
  }

  /**
   * Runs the client, with the URL as its last argument and in a variable and without the management
   * token in its environment, and waits for it.
   *
   * @return whether it ended in time
   */
  public boolean runClient(List<String> command, long seconds)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    String url = run.mcpUrl().toString();
    all.add(url);
    ProcessBuilder builder = new ProcessBuilder(all).inheritIO();
    builder.environment().put("MCP_SERVER_URL", url);
    builder.environment().remove(ManagementAccess.TOKEN_VARIABLE);
    Process client = builder.start();
    boolean ended = client.waitFor(seconds, TimeUnit.SECONDS);
    client.descendants().forEach(ProcessHandle::destroy);
    client.destroy();
    return ended;
  }

  /** Ends the run; returns the report. */
  public JsonNode finish() {
    return run.finish();
  }

  /** Writes a report. */
  public void write(ClientReportFile file) throws IOException {
    String name =
        switch (file.kind()) {
          case HTML -> "report.html";
          case JSON -> "report.json";
          case JUNIT -> "report.junit.xml";
          case EXPORT -> "export";
        };
    Files.writeString(file.path(), run.download(name));
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
