package io.everythingmcp.check.official;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.everythingmcp.check.report.ClientRules;
import io.everythingmcp.check.rule.ClientRule;
import io.everythingmcp.check.run.RunPresets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The client scenarios of the official suite, and the presets and rules that cover them. */
class OfficialScenariosTest {
  private static final Path PAGE =
      Path.of("..", "docs", "reference", "official-client-scenarios.md");
  private static final Map<String, String> RULES =
      ClientRules.all().stream()
          .map(ClientRule::text)
          .collect(Collectors.toMap(text -> text.id(), text -> text.rule()));

  /**
   * A row of the map.
   *
   * @param source version of the package, {@code hosted} or {@code repository}
   * @param ids each check of the scenario with the rule that judges the same; an empty rule if the
   *     subject of the check cannot be observed by a server
   */
  private record Row(
      String scenario,
      String source,
      List<String> presets,
      List<String> rules,
      List<String> provocations,
      Map<String, String> ids,
      String note) {}

  private static List<Row> rows() throws IOException {
    try (InputStream file =
        OfficialScenariosTest.class.getResourceAsStream("client-scenarios.json")) {
      return new ObjectMapper().readValue(file, new TypeReference<>() {});
    }
  }

  private static List<String> scenarios() throws IOException {
    try (InputStream file =
        OfficialScenariosTest.class.getResourceAsStream("client-scenarios.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .toList();
    }
  }

  @Test
  void eachScenarioOfThePackageHasOneRow() throws IOException {
    assertThat(rows().stream().map(Row::scenario)).doesNotHaveDuplicates();
    assertThat(
            rows().stream()
                .filter(row -> row.source().startsWith("0."))
                .map(Row::scenario)
                .toList())
        .containsExactlyInAnyOrderElementsOf(scenarios())
        .hasSize(48);
  }

  @Test
  void rowsContainExistingPresetsAndRules() throws IOException {
    for (Row row : rows()) {
      assertThat(RunPresets.load().names()).as(row.scenario()).containsAll(row.presets());
      assertThat(RULES.values()).as(row.scenario()).containsAll(row.rules());
      assertThat(row.provocations()).as(row.scenario()).allMatch(id -> id.matches("P\\d\\d"));
      assertThat(row.presets().isEmpty())
          .as(row.scenario() + " needs a preset, or the reason in a note")
          .isEqualTo(row.rules().isEmpty());
      assertThat(row.presets().isEmpty() && row.note().isEmpty()).as(row.scenario()).isFalse();
      row.ids().values().stream()
          .filter(rule -> !rule.isEmpty())
          .forEach(rule -> assertThat(row.rules()).as(row.scenario()).contains(rule));
    }
  }

  @Test
  void checksHaveTheIdOfTheOfficialCheckThatJudgesTheSame() throws IOException {
    List<String> wrong = new ArrayList<>();
    TreeSet<String> official = new TreeSet<>();
    for (Row row : rows()) {
      row.ids()
          .forEach(
              (id, rule) -> {
                official.add(id);
                if (RULES.containsKey(id) && !RULES.get(id).equals(rule)) {
                  wrong.add(row.scenario() + ": " + id + " is " + RULES.get(id));
                }
              });
    }
    assertThat(wrong).isEmpty();
    assertThat(RULES.keySet().stream().filter(id -> id.startsWith("sep-")))
        .allMatch(official::contains);
    assertThat(RULES.keySet().stream().filter(official::contains)).hasSizeGreaterThan(30);
  }

  @Test
  void documentationContainsTheGeneratedTable() throws IOException {
    String table =
        rows().stream().map(OfficialScenariosTest::line).collect(Collectors.joining("\n"));
    Path generated = Path.of("target", "official-client-scenarios.md");
    Files.createDirectories(generated.getParent());
    Files.writeString(generated, table + "\n");
    assertThat(Files.readString(PAGE)).as("the table is in " + generated).contains(table);
  }

  private static String line(Row row) {
    String checks =
        row.ids().entrySet().stream()
            .map(
                entry ->
                    "`"
                        + entry.getKey()
                        + "`"
                        + (entry.getValue().isEmpty() ? "" : " " + entry.getValue()))
            .collect(Collectors.joining(", "));
    String rules =
        Stream.concat(row.rules().stream(), row.provocations().stream())
            .distinct()
            .collect(Collectors.joining(", "));
    String presets =
        row.presets().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | %s | %s | %s |"
        .formatted(row.scenario(), row.source(), presets, rules, checks, row.note());
  }
}
