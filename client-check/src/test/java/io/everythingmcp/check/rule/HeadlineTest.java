package io.everythingmcp.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.StreamEnd;
import io.everythingmcp.check.report.RunReport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The sentence that is true in each situation. */
class HeadlineTest {
  private static String running(Consumer<ScriptedRun> script) {
    ScriptedRun run = new ScriptedRun();
    script.accept(run);
    return RunReport.of(run.running()).headline();
  }

  private static String finished(Consumer<ScriptedRun> script) {
    ScriptedRun run = new ScriptedRun();
    script.accept(run);
    return RunReport.of(run.finished()).headline();
  }

  @Test
  void aBrowserIsNoClient() {
    assertThat(
            running(
                run ->
                    run.with("Accept", "text/html")
                        .other(EndpointKind.MCP, "GET", "/mcp", "", 200, "")
                        .with("Access-Control-Request-Headers", "mcp-method")
                        .other(EndpointKind.MCP, "OPTIONS", "/mcp", "", 204, "")))
        .isEqualTo(
            "A browser was here, no MCP client yet. (Preflight for mcp-method was answered; no"
                + " request followed.)");
  }

  @Test
  void aForeignOriginIsNamed() {
    assertThat(
            running(
                run ->
                    run.with("Origin", "https://evil.example")
                        .refused("1", "tools/list", "{}", 403)))
        .isEqualTo("Every request was refused because it came from https://evil.example.");
  }

  @Test
  void whatWasNeverHandledIsToldWithItsReason() {
    assertThat(
            running(
                run ->
                    run.post(
                        "{'jsonrpc':'2.0','id':1,'method':'initialize'}",
                        406,
                        "{'error':{'message':'Accept lacks text/event-stream'}}")))
        .isEqualTo(
            "Your client speaks, but every message was refused: Accept lacks text/event-stream"
                + " (#1).");
  }

  @Test
  void aProbeWithoutFallback() {
    assertThat(finished(run -> run.modern("1", "server/discover", "{}", 404, "")))
        .isEqualTo(
            "Your client asked for 2026-07-28, was told no (#1), and did not fall back to"
                + " initialize.");
  }

  @Test
  void aChallengeThatLeadsToNothing() {
    assertThat(running(run -> run.exchangeUnauthorized("mcp:read").after(42_000)))
        .startsWith("Your client was told to log in 42 seconds ago and has asked for nothing");
  }

  @Test
  void aTrapThatWasSeenThrough() {
    assertThat(
            finished(
                run ->
                    new LoginScript(run)
                        .iss("https://evil.example")
                        .untilRedirect()
                        .trapped("P15")))
        .isEqualTo("Right: the client refused iss.");
    assertThat(
            finished(
                run ->
                    new LoginScript(run)
                        .iss("https://evil.example")
                        .untilRedirect()
                        .trapped("P15")
                        .redeemed()))
        .startsWith("The client went on although iss was wrong (#");
  }

  @Test
  void aCodeThatIsNotRedeemed() {
    assertThat(
            running(
                run -> {
                  new LoginScript(run).untilRedirect();
                  run.after(30_000);
                }))
        .isEqualTo(
            "You agreed, and the code went to 127.0.0.1:9; no token request has redeemed it for 30"
                + " seconds. Is your client still listening there?");
  }

  @Test
  void aLoginPageThatIsOpen() {
    assertThat(
            running(
                run ->
                    run.exchangeUnauthorized("a")
                        .other(
                            EndpointKind.AUTHORIZE,
                            "GET",
                            "/as/authorize?client_id=c&response_type=code",
                            "",
                            200,
                            "")))
        .isEqualTo("The login page is open and waits for you.");
  }

  @Test
  void aRegistrationThatWasRefused() {
    assertThat(
            running(
                run ->
                    run.exchangeUnauthorized("a")
                        .other(
                            EndpointKind.REGISTER,
                            "POST",
                            "/as/register",
                            "{}",
                            400,
                            "{'error':'invalid_redirect_uri'}")))
        .isEqualTo("The registration was refused (invalid_redirect_uri), and nothing followed.");
  }

  @Test
  void aDocumentAfterWhichNothingCame() {
    assertThat(
            running(
                run ->
                    run.exchangeUnauthorized("a")
                        .other(
                            EndpointKind.RESOURCE_METADATA,
                            "GET",
                            "/.well-known/oauth-protected-resource/mcp",
                            "",
                            200,
                            "{}")))
        .isEqualTo(
            "Your client read /.well-known/oauth-protected-resource/mcp and stopped. Next should be"
                + " the metadata of the authorization server.");
  }

  @Test
  void aCodeThatGotNoToken() {
    assertThat(
            running(
                run -> {
                  new LoginScript(run).untilRedirect();
                  run.other(
                      EndpointKind.TOKEN,
                      "POST",
                      "/as/token",
                      "grant_type=authorization_code&code=c1",
                      400,
                      "{'error':'invalid_grant'}");
                }))
        .isEqualTo("The client brought the code, but got no token: invalid_grant.");
  }

  @Test
  void aTokenOfAnotherServer() {
    assertThat(
            running(
                run ->
                    run.token("redacted-access-token-00ff(iss=https%3A%2F%2Fother)")
                        .modern("1", "tools/list", "{}", 401, "")
                        .other(EndpointKind.OTHER, "GET", "/x", "", 404, "")))
        .isEqualTo("The client sends a token that was not issued here (a token of https://other).");
  }

  @Test
  void loginsInACircle() {
    assertThat(
            running(
                run -> {
                  LoginScript login = new LoginScript(run).all();
                  for (int i = 0; i < 2; i++) {
                    run.exchangeChallenge("1" + i, "mcp:read");
                    login.state("state-number-" + i + "-long").again();
                  }
                  run.exchangeChallenge("9", "mcp:read");
                }))
        .startsWith("The client goes round in circles: 3 logins in ")
        .endsWith(" seconds, each time 403 because insufficient_scope.");
  }

  @Test
  void twoRefreshesAtOnce() {
    assertThat(
            running(
                run -> {
                  LoginScript login = new LoginScript(run).all().call("1");
                  login.refresh("r1", "r2");
                  run.after(-200);
                  login.refresh("r1", "r3");
                  login.call("2");
                }))
        .startsWith("Two calls were refused at once and both refreshed with the same token");
  }

  @Test
  void aTokenThatIsNotUsed() {
    assertThat(
            running(
                run -> {
                  new LoginScript(run).all();
                  run.after(42_000);
                }))
        .isEqualTo(
            "The client got a token 42 seconds ago and has not called the server since; the last"
                + " thing we told it was 200 to POST /as/token (#7).");
  }

  @Test
  void aTokenThatIsLeftOut() {
    assertThat(
            finished(
                run -> {
                  new LoginScript(run).all().call("1");
                  run.with("Authorization", null).modern("2", "prompts/list", "{}", 401, "");
                }))
        .isEqualTo("The client has a token but calls without it (1 time).");
  }

  @Test
  void aDeadSessionThatIsUsed() {
    assertThat(
            finished(
                run ->
                    run.legacy()
                        .tools("1")
                        .refused("2", "tools/list", "{}", 404)
                        .refused("3", "tools/list", "{}", 404)))
        .isEqualTo(
            "The client kept using a session after it got 404 once; it should have sent initialize"
                + " without a session id.");
  }

  @Test
  void aQuestionThatIsOpen() {
    assertThat(
            running(
                run ->
                    run.legacy()
                        .getStream()
                        .ask("'q'", "elicitation/create", "{'message':'m'}")
                        .after(9_000)))
        .isEqualTo(
            "We asked elicitation/create 9 seconds ago on the stream of #3, and your client has not"
                + " answered. Look there, it may be asking you.");
  }

  @Test
  void aCallThatIsRunning() {
    assertThat(
            running(
                run ->
                    run.legacy()
                        .open("1", "tools/call", "{'name':'slow'}", StreamEnd.OPEN)
                        .after(7_000)))
        .isEqualTo("slow is running, 7 seconds so far.");
  }

  @Test
  void aStepThatWaits() {
    assertThat(
            running(
                run -> run.legacy().provoked("step", "{'k':2,'text':'Call echo.'}").after(61_000)))
        .startsWith("Step 2 waits for you: Call echo. Last request 61 seconds ago.");
  }

  @Test
  void theOutcome() {
    assertThat(running(run -> run.legacy().tools("1")))
        .startsWith("script 1 speaks 2025-11-25; ")
        .endsWith("0 broken.");
    assertThat(finished(run -> run.legacy().tools("1")))
        .startsWith("Everything a server can see is right: ");
    assertThat(finished(run -> run.legacy().tools("1").noDelete()))
        .isEqualTo(
            "Nothing forbidden was seen; one thing is advised differently. The first: A session"
                + " that is no longer needed is ended by DELETE (#1).");
    assertThat(finished(run -> run.legacy().tools("1").tools("1")))
        .isEqualTo("One rule was broken. The first: No id is used twice in a session (#4).");
  }

  @Test
  void aRunOverItsLimit() {
    assertThat(running(run -> run.legacy().provoked("limit", "{'limit':'100,000 exchanges'}")))
        .isEqualTo(
            "The run stopped recording at 100,000 exchanges; the client did nothing wrong by"
                + " that.");
  }

  @Test
  void aClientOfSessionsAtAServerWithoutThem() {
    assertThat(
            finished(
                run ->
                    run.preset("modern-only")
                        .post(
                            "{'jsonrpc':'2.0','id':0,'method':'initialize','params':{}}",
                            400,
                            "{'jsonrpc':'2.0','id':0,'error':{'code':-32022,'message':'m'}}")))
        .startsWith("Your client opened with initialize; this server has only 2026-07-28");
  }
}
