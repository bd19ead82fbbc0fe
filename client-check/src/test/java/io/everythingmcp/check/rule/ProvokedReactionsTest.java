package io.everythingmcp.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.check.journal.StreamEnd;
import io.everythingmcp.check.report.RunReport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Reactions to provocations that are neither required nor wrong. */
class ProvokedReactionsTest {
  private static final String CALL = "{'name':'a','arguments':{}}";

  private static RuleFinding judge(String id, Consumer<ScriptedRun> script) {
    ScriptedRun run = new ScriptedRun();
    script.accept(run);
    return RunReport.of(run.finished()).findings().stream()
        .filter(finding -> finding.text().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static FindingStatus status(String id, Consumer<ScriptedRun> script) {
    return judge(id, script).status();
  }

  @Test
  void anEarlierCursorIsNotTheEmptyOne() {
    assertThat(
            status(
                "pages-to-the-end",
                run ->
                    MessageCases.emptyCursor(run)
                        .modern("3", "tools/list", "{'cursor':'a'}", "{'tools':[]}")))
        .isEqualTo(FindingStatus.WARNING);
  }

  @Test
  void emptyCursorAsTheEndOfAListIsAnObservationBefore2026() {
    Consumer<ScriptedRun> empty =
        run ->
            MessageCases.firstPage(run)
                .call("2", "tools/list", "{'cursor':'a'}", "{'tools':[],'nextCursor':''}")
                .provoked("P59", "{'variant':'empty'}");

    assertThat(status("pages-to-the-end", empty)).isEqualTo(FindingStatus.INFO);
    assertThat(
            status(
                "pages-to-the-end",
                empty.andThen(run -> run.call("3", "tools/list", "{'cursor':''}"))))
        .isEqualTo(FindingStatus.SUCCESS);
  }

  @Test
  void listThatIsNotRequestedAgainAfterARejectedCursorIsAnObservation() {
    Consumer<ScriptedRun> rejected =
        run ->
            MessageCases.firstPage(run)
                .post(
                    ScriptedRun.request("2", "tools/list", "{'cursor':'a'}"),
                    200,
                    "{'jsonrpc':'2.0','id':2,'error':{'code':-32602,'message':'m'}}")
                .provoked("P59", "{'variant':'refused'}");

    assertThat(status("pages-to-the-end", rejected)).isEqualTo(FindingStatus.INFO);
    assertThat(status("pages-to-the-end", rejected.andThen(run -> run.tools("3"))))
        .isEqualTo(FindingStatus.SUCCESS);
  }

  @Test
  void scopesThatWereRequestedNeedNotBeRequestedAgain() {
    Consumer<ScriptedRun> steppedUp = run -> OAuthCases.stepUp(run, "mcp:read mcp:write", 1);

    assertThat(
            status(
                "scope-step-up-escalation",
                steppedUp.andThen(run -> run.exchangeChallenge("20", "mcp:read mcp:write"))))
        .isEqualTo(FindingStatus.SUCCESS);
    assertThat(
            status(
                "scope-step-up-escalation",
                steppedUp.andThen(run -> run.exchangeChallenge("20", "mcp:read mcp:admin"))))
        .isEqualTo(FindingStatus.WARNING);
  }

  @Test
  void listThatWasNeverRequestedNeedNotBeRequestedAgain() {
    assertThat(
            status(
                "list-after-change",
                run ->
                    run.legacy()
                        .getStream()
                        .call("1", "tools/call", "{'name':'addTool'}")
                        .provoked("P30", "{'list':'tools'}")
                        .server("'method':'notifications/tools/list_changed'")
                        .call("2", "tools/call", "{'name':'extraTool'}")))
        .isEqualTo(FindingStatus.SKIPPED);
  }

  @Test
  void changeWithoutLaterRequestOrWithoutNotificationIsNotJudged() {
    assertThat(status("list-after-change", MessageCases::toolAdded))
        .isEqualTo(FindingStatus.SKIPPED);
    assertThat(
            status(
                "list-after-change",
                run ->
                    run.legacy()
                        .tools("1")
                        .call("2", "tools/call", "{'name':'addTool'}")
                        .provoked("P30", "{'list':'tools'}")
                        .call("3", "tools/call", "{'name':'extraTool'}")))
        .isEqualTo(FindingStatus.SKIPPED);
  }

  @Test
  void anotherProcessOfTheClientNeedsNoList() {
    assertThat(
            status(
                "list-after-change",
                run ->
                    MessageCases.toolAdded(run)
                        .delete()
                        .legacy()
                        .call("1", "tools/call", "{'name':'extraTool'}")))
        .isEqualTo(FindingStatus.SKIPPED);
  }

  @Test
  void subscriptionOf2026IsJudgedToo() {
    RuleFinding kept = judge("list-after-change", run -> modernChange(run, "prompts/list"));
    RuleFinding broken = judge("list-after-change", run -> modernChange(run, "tools/list"));

    assertThat(kept.status()).as(kept.received()).isEqualTo(FindingStatus.SUCCESS);
    assertThat(broken.status()).as(broken.received()).isEqualTo(FindingStatus.WARNING);
    assertThat(broken.revision()).isEqualTo("2026-07-28");
  }

  private static void modernChange(ScriptedRun run, String next) {
    run.modern("1", "prompts/list", "{}", "{'prompts':[]}")
        .provoked("P30", "{'list':'prompts'}")
        .event(
            300,
            null,
            null,
            "{'jsonrpc':'2.0','method':'notifications/prompts/list_changed','params':{}}")
        .modernStream(
            "2",
            "subscriptions/listen",
            "{'notifications':{'promptsListChanged':true}}",
            StreamEnd.OPEN)
        .after(200)
        .modern("3", next, "{}", "{}");
  }

  @Test
  void clientThatReadsOnePageIsNotJudgedAndALimitOfPagesIsAnObservation() {
    assertThat(status("pages-to-the-end", MessageCases::firstPage))
        .isEqualTo(FindingStatus.SKIPPED);
    RuleFinding limit =
        judge(
            "pages-to-the-end",
            run ->
                MessageCases.firstPage(run)
                    .call("2", "tools/list", "{'cursor':'a'}", "{'tools':[],'nextCursor':'b'}"));
    assertThat(limit.status()).isEqualTo(FindingStatus.INFO);
    assertThat(limit.evidence()).hasSize(1);
  }

  @Test
  void tenEarlyRepetitionsAreAWarning() {
    assertThat(status("retry-after-kept", run -> impatient(run, 10))).isEqualTo(FindingStatus.INFO);
    RuleFinding ten = judge("retry-after-kept", run -> impatient(run, 11));
    assertThat(ten.status()).isEqualTo(FindingStatus.WARNING);
    assertThat(ten.violations()).isEqualTo(10);
  }

  private static void impatient(ScriptedRun run, int times) {
    run.legacy();
    for (int i = 0; i < times; i++) {
      HttpCases.rateLimited(run, "" + (i + 1));
    }
  }

  @Test
  void clientThatStopsOrCallsSomethingElseKeepsRetryAfter() {
    assertThat(status("retry-after-kept", run -> HttpCases.rateLimited(run.legacy(), "1")))
        .isEqualTo(FindingStatus.SUCCESS);
    assertThat(
            status(
                "retry-after-kept",
                run ->
                    HttpCases.rateLimited(run.legacy(), "1")
                        .call("2", "tools/call", "{'name':'b','arguments':{}}")))
        .isEqualTo(FindingStatus.SUCCESS);
  }

  @Test
  void callsAfterAnAcceptedRepetitionAreOtherRequests() {
    RuleFinding finding =
        judge(
            "retry-after-kept",
            run -> {
              HttpCases.rateLimited(run.legacy(), "1");
              for (int i = 2; i < 14; i++) {
                run.call("" + i, "tools/call", CALL);
              }
            });

    assertThat(finding.status()).isEqualTo(FindingStatus.INFO);
    assertThat(finding.violations()).isEqualTo(1);
  }
}
