package io.everythingmcp.conformance.official;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.scenario.CheckStatus;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what the official suite wrote. */
final class OfficialChecks {
  private static final String HOME = "https://github.com/modelcontextprotocol/conformance";
  private static final Pattern RUN = Pattern.compile("server-(.+)-\\d{4}-\\d\\d-\\d\\dT.*");

  private OfficialChecks() {}

  static List<CheckResult> read(Path folder, String requirements) throws IOException {
    List<CheckResult> outcomes = new ArrayList<>();
    try (Stream<Path> runs = Files.list(folder)) {
      for (Path run : runs.sorted().toList()) {
        Matcher name = RUN.matcher(run.getFileName().toString());
        if (name.matches()) {
          outcomes.addAll(scenario(name.group(1), run.resolve("checks.json"), requirements));
        }
      }
    }
    return outcomes;
  }

  private static List<CheckResult> scenario(String name, Path file, String requirements)
      throws IOException {
    if (!Files.exists(file)) {
      JsonNode broken =
          JsonTrees.object(
              "{'id':'ran','status':'FAILURE','errorMessage':'it wrote no checks.json'}");
      return List.of(outcome(name, broken, requirements));
    }
    List<CheckResult> outcomes = new ArrayList<>();
    for (JsonNode check : JsonTrees.read(Files.readString(file))) {
      if (!check.path("status").asText().equals("INFO")) {
        outcomes.add(outcome(name, check, requirements));
      }
    }
    return outcomes;
  }

  private static CheckResult outcome(String scenario, JsonNode check, String requirements) {
    CheckStatus status = CheckStatus.valueOf(check.path("status").asText());
    String title = check.path("description").asText(check.path("id").asText());
    String id = "official/" + scenario + "/" + check.path("id").asText();
    RequirementLevel level =
        status == CheckStatus.WARNING ? RequirementLevel.SHOULD : RequirementLevel.MUST;
    SpecRevision revision = SpecRevision.of(requirements).orElseThrow();
    String rule = check.at("/specReferences/0/url").asText(HOME);
    ScenarioInfo about = new ScenarioInfo(id, title, level, revision, revision, rule, List.of());
    return new CheckResult(
        about,
        revision,
        status,
        title,
        check.path("errorMessage").asText(check.path("details").toString()),
        List.of(),
        at(check),
        Duration.ZERO);
  }

  private static Instant at(JsonNode check) {
    try {
      return Instant.parse(check.path("timestamp").asText());
    } catch (DateTimeParseException e) {
      return Instant.now();
    }
  }
}
