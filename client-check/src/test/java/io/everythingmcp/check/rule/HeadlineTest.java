package io.everythingmcp.check.rule;

import static io.everythingmcp.check.rule.ScriptedHeadline.finished;
import static io.everythingmcp.check.rule.ScriptedHeadline.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.StreamEnd;
import org.junit.jupiter.api.Test;

/** The headline of each situation without a login. */
class HeadlineTest {
  @Test
  void browserIsNotCountedAsClient() {
    assertThat(
            running(
                run ->
                    run.with("Accept", "text/html")
                        .other(EndpointKind.MCP, "GET", "/mcp", "", 200, "")
                        .with("Access-Control-Request-Headers", "mcp-method")
                        .other(EndpointKind.MCP, "OPTIONS", "/mcp", "", 204, "")))
        .isEqualTo(
            "Requests of a browser were received, none of an MCP client yet. (Preflight for"
                + " mcp-method got a response; no request followed.)");
  }

  @Test
  void foreignOriginIsNamed() {
    assertThat(
            running(
                run ->
                    run.with("Origin", "https://evil.example")
                        .refused("1", "tools/list", "{}", 403)))
        .isEqualTo("Every request was rejected because of its origin: https://evil.example.");
  }

  @Test
  void unhandledRequestIsReportedWithReason() {
    assertThat(
            running(
                run ->
                    run.post(
                        "{'jsonrpc':'2.0','id':1,'method':'initialize'}",
                        406,
                        "{'error':{'message':'Accept lacks text/event-stream'}}")))
        .isEqualTo(
            "Every message of your client was rejected: Accept lacks text/event-stream" + " (#1).");
  }

  @Test
  void probeWithoutFallback() {
    assertThat(finished(run -> run.modern("1", "server/discover", "{}", 404, "")))
        .isEqualTo(
            "Your client requested 2026-07-28, was rejected (#1), and did not fall back to"
                + " initialize.");
  }

  @Test
  void useOfEndedSession() {
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
  void pendingInputRequest() {
    assertThat(
            running(
                run ->
                    run.legacy()
                        .getStream()
                        .exchangeRequest("'q'", "elicitation/create", "{'message':'m'}")
                        .after(9_000)))
        .isEqualTo(
            "The server requested elicitation/create 9 seconds ago on the stream of #3, and your"
                + " client has not responded. It may be waiting for your input.");
  }

  @Test
  void callInProgress() {
    assertThat(
            running(
                run ->
                    run.legacy()
                        .open("1", "tools/call", "{'name':'slow'}", StreamEnd.OPEN)
                        .after(7_000)))
        .isEqualTo("slow is running, 7 seconds so far.");
  }

  @Test
  void waitingStep() {
    assertThat(
            running(
                run -> run.legacy().provoked("step", "{'k':2,'text':'Call echo.'}").after(61_000)))
        .startsWith("Step 2 is next: Call echo. Last request 61 seconds ago.");
  }

  @Test
  void outcome() {
    assertThat(running(run -> run.legacy().tools("1")))
        .startsWith("script 1 uses 2025-11-25; ")
        .endsWith("0 violated.");
    assertThat(finished(run -> run.legacy().tools("1")))
        .startsWith("All observable requirements are met: ");
    assertThat(finished(run -> run.legacy().tools("1").noDelete()))
        .isEqualTo(
            "No requirement was violated; one recommendation was not followed. The first: A session"
                + " that is no longer required is terminated by DELETE (#1).");
    assertThat(finished(run -> run.legacy().tools("1").tools("1")))
        .isEqualTo("One rule was violated. The first: No id is used twice in a session (#4).");
  }

  @Test
  void runOverLimit() {
    assertThat(running(run -> run.legacy().provoked("limit", "{'limit':'100,000 exchanges'}")))
        .isEqualTo(
            "The run stopped recording at 100,000 exchanges; this is not an error of the client.");
  }

  @Test
  void statefulClientAtStatelessServer() {
    assertThat(
            finished(
                run ->
                    run.preset("modern-only")
                        .post(
                            "{'jsonrpc':'2.0','id':0,'method':'initialize','params':{}}",
                            400,
                            "{'jsonrpc':'2.0','id':0,'error':{'code':-32022,'message':'m'}}")))
        .startsWith("Your client began with initialize; this server supports only 2026-07-28");
  }
}
