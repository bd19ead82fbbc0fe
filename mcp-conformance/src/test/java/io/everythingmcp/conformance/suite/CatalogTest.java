package io.everythingmcp.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.run.ScenarioCatalog;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Metadata of the scenarios. */
class CatalogTest {
  @Test
  void idsAreUnique() {
    assertThat(ScenarioCatalog.all().stream().map(s -> ScenarioInfo.of(s).id()))
        .doesNotHaveDuplicates();
  }

  @Test
  void anIdIsThePackageAndTheClassInKebabCase() {
    assertThat(ScenarioCatalog.all())
        .allSatisfy(s -> assertThat(ScenarioInfo.of(s).id()).isEqualTo(expectedId(s.getClass())));
  }

  @Test
  void theExpectedIdSeparatesWords() {
    assertThat(expectedId(CatalogTest.class)).isEqualTo("suite/catalog-test");
  }

  private static String expectedId(Class<?> scenario) {
    String area = scenario.getPackageName().replaceFirst(".*\\.", "");
    return area
        + "/"
        + scenario.getSimpleName().replaceAll("\\B(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
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
