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
 * A run that is over.
 *
 * @param server where
 * @param name what the server calls itself
 * @param revisions what it speaks
 * @param at when it began
 * @param took how long it took
 * @param outcomes all of them, in order
 * @param redaction what must not be shown
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
