package io.everythingmcp.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.scenario.CheckStatus;
import io.everythingmcp.conformance.server.ServerProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The result of a run.
 *
 * @param server the URL of the server
 * @param name the name in its {@code serverInfo}
 * @param revisions the revisions it supports
 * @param at the time of the start
 * @param took the duration
 * @param outcomes the results of all checks, in order
 * @param redaction removes credentials from reports
 */
public record SuiteResult(
    String server,
    String name,
    List<String> revisions,
    Instant at,
    Duration took,
    List<CheckResult> outcomes,
    ReportRedaction redaction) {

  /** A run against a server. */
  public static SuiteResult of(ServerProfile profile, Instant at, List<CheckResult> outcomes) {
    return new SuiteResult(
        profile.server().url().toString(),
        name(profile),
        profile.supportedRevisions().keySet().stream().map(SpecRevision::text).toList(),
        at,
        Duration.between(at, Instant.now()),
        outcomes,
        new ReportRedaction(profile.server().secrets()));
  }

  private static String name(ServerProfile profile) {
    return profile.supportedRevisions().values().stream()
        .map(said -> said.has("serverInfo") ? said.get("serverInfo") : modern(said))
        .map(info -> (info.path("name").asText() + " " + info.path("version").asText()).strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("a server without a name");
  }

  private static JsonNode modern(JsonNode discovered) {
    return discovered.path("_meta").path("io.modelcontextprotocol/serverInfo");
  }

  public long count(CheckStatus status) {
    return with(status).size();
  }

  public List<CheckResult> with(CheckStatus status) {
    return outcomes.stream().filter(outcome -> outcome.status() == status).toList();
  }

  /** Whether every MUST that applies is met. */
  public boolean conforms() {
    return count(CheckStatus.FAILURE) == 0;
  }
}
