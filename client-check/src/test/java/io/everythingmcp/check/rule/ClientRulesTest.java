package io.everythingmcp.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.check.journal.CredentialRedaction;
import io.everythingmcp.check.journal.JournalJson;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedRequest;
import io.everythingmcp.check.journal.RunJournal;
import io.everythingmcp.check.report.ClientRules;
import io.everythingmcp.check.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule with a conforming and a non-conforming client; no other rule reports a finding. */
class ClientRulesTest {
  /**
   * Rules that are never evaluated: one duplicates another rule, the other one cannot be observed.
   */
  private static final Set<String> NEVER_JUDGED =
      Set.of("one-message-per-post", "cache-not-shared");

  static Stream<RuleCase> cases() {
    return Stream.of(
            MessageCases.all(),
            LifecycleCases.all(),
            HttpCases.all(),
            StatelessCases.all(),
            InputCases.all(),
            OAuthCases.all())
        .flatMap(List::stream);
  }

  private static RunReport play(Consumer<ScriptedRun> script) {
    ScriptedRun run = new ScriptedRun();
    script.accept(run);
    return RunReport.of(run.finished());
  }

  private static RuleFinding of(RunReport report, String id) {
    return report.findings().stream()
        .filter(finding -> finding.text().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> broken(RunReport report) {
    return report.findings().stream()
        .filter(finding -> finding.is(FindingStatus.FAILURE) || finding.is(FindingStatus.WARNING))
        .map(finding -> finding.text().id() + " " + finding.evidence() + " " + finding.received())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void conformingClientPasses(RuleCase rule) {
    RunReport report = play(rule.good());

    RuleFinding finding = of(report, rule.id());
    assertThat(finding.status())
        .as(finding.received())
        .isEqualTo(
            rule.id().equals("get-stream-observed")
                ? FindingStatus.SKIPPED
                : FindingStatus.SUCCESS);
    assertThat(broken(report)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nonConformingClientFailsOnlyThisRule(RuleCase rule) {
    RunReport report = play(rule.bad());

    RuleFinding finding = of(report, rule.id());
    assertThat(finding.status()).as(finding.received()).isEqualTo(rule.broken());
    assertThat(finding.evidence()).isNotEmpty();
    assertThat(finding.received()).isNotEmpty();
    assertThat(broken(report)).allSatisfy(other -> assertThat(other).startsWith(rule.id() + " "));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void redactionChangesNoFinding(RuleCase rule) {
    for (Consumer<ScriptedRun> script : List.of(rule.good(), rule.bad())) {
      ScriptedRun run = new ScriptedRun();
      script.accept(run);
      JournalSnapshot plain = run.finished();
      JournalSnapshot stored = stored(plain);

      assertThat(statuses(stored)).isEqualTo(statuses(plain));
    }
  }

  /** Returns the run after redaction, written and read again. */
  private static JournalSnapshot stored(JournalSnapshot plain) {
    CredentialRedaction redaction = new CredentialRedaction("secret");
    RunJournal journal = new RunJournal(plain.facts());
    plain
        .exchanges()
        .forEach(
            exchange ->
                journal.record(JournalJson.read(JournalJson.write(redaction.redact(exchange)))));
    plain.provocations().forEach(journal::provoked);
    journal.finish();
    return journal.snapshot(plain.now());
  }

  private static List<String> statuses(JournalSnapshot snapshot) {
    return RunReport.of(snapshot).findings().stream()
        .map(finding -> finding.text().id() + " " + finding.status() + " " + finding.evidence())
        .toList();
  }

  @Test
  void eachRuleHasCases() {
    Set<String> tried = cases().map(RuleCase::id).collect(Collectors.toSet());
    Set<String> all =
        ClientRules.all().stream().map(rule -> rule.text().id()).collect(Collectors.toSet());

    assertThat(all).hasSize(129);
    assertThat(tried).doesNotContainAnyElementsOf(NEVER_JUDGED);
    tried.addAll(NEVER_JUDGED);
    assertThat(tried).isEqualTo(all);
  }

  @Test
  void ruleOfALaterRevisionIsAnObservationForEarlierClients() {
    ScriptedRun run = new ScriptedRun().legacy();
    OAuthCases.moved(run, "client1");

    RuleFinding finding = of(RunReport.of(run.finished()), "sep-2352-no-cross-as-credential-reuse");

    assertThat(finding.status()).as(finding.received()).isEqualTo(FindingStatus.INFO);
  }

  @Test
  void documentationListsAllRules() throws IOException {
    String table =
        ClientRules.all().stream()
            .map(ClientRule::text)
            .map(
                text ->
                    "| %s | `%s` | %s | %s to %s | [%s](%s) |"
                        .formatted(
                            text.rule(),
                            text.id(),
                            text.level(),
                            text.since(),
                            text.until(),
                            text.title(),
                            text.spec()))
            .collect(Collectors.joining("\n"));

    assertThat(Files.readString(Path.of("..", "docs", "reference", "client-rules.md")))
        .contains(table);
  }

  @Test
  void emptyRunHasNoFindings() {
    RunReport report = RunReport.of(new ScriptedRun().running());

    assertThat(report.findings()).allMatch(finding -> finding.is(FindingStatus.SKIPPED));
    assertThat(report.headline()).startsWith("Nothing has arrived yet.");
  }

  @Test
  void exchangesAfterDroppedBodyAreNotEvaluated() {
    JournalSnapshot whole = new ScriptedRun().legacy().tools("1").tools("1").finished();
    RunJournal journal = new RunJournal(whole.facts());
    whole
        .exchanges()
        .forEach(
            exchange ->
                journal.record(
                    exchange.n() < 4
                        ? exchange
                        : new RecordedExchange(
                            exchange.n(),
                            exchange.endpoint(),
                            dropped(exchange.request()),
                            exchange.response(),
                            null)));
    journal.finish();

    RunReport report = RunReport.of(journal.snapshot(whole.now()));

    assertThat(broken(RunReport.of(whole))).isNotEmpty();
    assertThat(broken(report)).isEmpty();
    assertThat(of(report, "initialize-first").is(FindingStatus.SUCCESS)).isTrue();
  }

  private static RecordedRequest dropped(RecordedRequest request) {
    return new RecordedRequest(
        request.arrivedAt(),
        request.completeAt(),
        request.method(),
        request.path(),
        request.headers(),
        request.body().drop(),
        request.connection(),
        request.cut());
  }

  @Test
  void evidenceIsLimitedToTwentyExchanges() {
    ScriptedRun run = new ScriptedRun().legacy();
    for (int i = 1; i <= 30; i++) {
      run.tools(i + ".5");
    }
    JournalSnapshot snapshot = run.finished();

    RuleFinding finding = of(RunReport.of(snapshot), "request-id-type");

    assertThat(finding.evidence()).hasSize(20);
    assertThat(finding.violations()).isEqualTo(30);
  }
}
