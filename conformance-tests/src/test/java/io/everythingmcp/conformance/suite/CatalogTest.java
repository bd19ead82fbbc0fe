package io.everythingmcp.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.run.ScenarioCatalog;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Metadata of the scenarios. */
class CatalogTest {
  private static final Set<String> AREAS =
      Set.of(
          "lifecycle",
          "streams",
          "paging",
          "requests",
          "eras",
          "errors",
          "rounds",
          "listening",
          "tasks",
          "security",
          "utilities",
          "older",
          "isolation",
          "instances",
          "oauth");

  @Test
  void idsAreUniqueAndBeginWithTheirArea() {
    List<String> ids = ScenarioCatalog.all().stream().map(s -> ScenarioInfo.of(s).id()).toList();

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).allSatisfy(id -> assertThat(id).matches("[a-z]+/[a-z0-9-]+"));
    assertThat(ids).allSatisfy(id -> assertThat(AREAS).contains(id.substring(0, id.indexOf('/'))));
  }

  @Test
  void eachRuleHasAnAddress() {
    assertThat(ScenarioCatalog.all())
        .map(ScenarioInfo::of)
        .allSatisfy(about -> assertThat(about.rule()).matches("https://\\S+#\\S+"))
        .allSatisfy(about -> assertThat(about.title()).doesNotEndWith(".").hasSizeBetween(15, 100));
  }

  @Test
  void scenarioHasTheRevisionOfItsRule() {
    assertThat(ScenarioCatalog.all())
        .map(ScenarioInfo::of)
        .allSatisfy(about -> assertThat(about.since()).isLessThanOrEqualTo(about.until()));
  }
}
