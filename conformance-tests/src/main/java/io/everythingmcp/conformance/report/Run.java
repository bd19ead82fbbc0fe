package io.everythingmcp.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Outcome;
import io.everythingmcp.conformance.scenario.Status;
import io.everythingmcp.conformance.server.Profile;
import io.everythingmcp.conformance.talk.Revision;
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
public record Run(
    String server,
    String name,
    List<String> revisions,
    Instant at,
    Duration took,
    List<Outcome> outcomes,
    Redaction redaction) {

  /** A run against a server. */
  public static Run of(Profile profile, Instant at, List<Outcome> outcomes) {
    return new Run(
        profile.server().url().toString(),
        name(profile),
        profile.spoken().keySet().stream().map(Revision::text).toList(),
        at,
        Duration.between(at, Instant.now()),
        outcomes,
        new Redaction(profile.server().secrets()));
  }

  private static String name(Profile profile) {
    return profile.spoken().values().stream()
        .map(said -> said.has("serverInfo") ? said.get("serverInfo") : modern(said))
        .map(info -> (info.path("name").asText() + " " + info.path("version").asText()).strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("a server without a name");
  }

  private static JsonNode modern(JsonNode discovered) {
    return discovered.path("_meta").path("io.modelcontextprotocol/serverInfo");
  }

  public long count(Status status) {
    return with(status).size();
  }

  public List<Outcome> with(Status status) {
    return outcomes.stream().filter(outcome -> outcome.status() == status).toList();
  }

  /** Whether every MUST that applies was kept. */
  public boolean conforms() {
    return count(Status.FAILURE) == 0;
  }
}
