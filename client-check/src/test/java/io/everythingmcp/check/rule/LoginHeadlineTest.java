package io.everythingmcp.check.rule;

import static io.everythingmcp.check.rule.ScriptedHeadline.finished;
import static io.everythingmcp.check.rule.ScriptedHeadline.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.check.journal.EndpointKind;
import org.junit.jupiter.api.Test;

/** The headline of each situation of a login. */
class LoginHeadlineTest {
  @Test
  void challengeWithoutReaction() {
    assertThat(running(run -> run.exchangeUnauthorized("mcp:read").after(42_000)))
        .startsWith("Your client was required to log in 42 seconds ago and has sent no request");
  }

  @Test
  void rejectedFaultyRedirect() {
    assertThat(
            finished(
                run ->
                    new LoginScript(run)
                        .iss("https://evil.example")
                        .untilRedirect()
                        .followedFaultyRedirect("P15")))
        .isEqualTo("Correct: the client rejected iss.");
    assertThat(
            finished(
                run ->
                    new LoginScript(run)
                        .iss("https://evil.example")
                        .untilRedirect()
                        .followedFaultyRedirect("P15")
                        .redeemed()))
        .startsWith("The client continued although iss was wrong (#");
  }

  @Test
  void unredeemedCode() {
    assertThat(
            running(
                run -> {
                  new LoginScript(run).untilRedirect();
                  run.after(30_000);
                }))
        .isEqualTo(
            "You consented, and the code was sent to 127.0.0.1:9; no token request has redeemed it"
                + " for 30 seconds. Is your client still running?");
  }

  @Test
  void openLoginPage() {
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
        .isEqualTo("The login page is open and requires your input.");
  }

  @Test
  void refusedRegistration() {
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
        .isEqualTo("The registration was rejected (invalid_redirect_uri), and nothing followed.");
  }

  @Test
  void documentWithoutFurtherRequest() {
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
  void codeWithoutToken() {
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
        .isEqualTo("The client sent the code, but got no token: invalid_grant.");
  }

  @Test
  void tokenOfAnotherServer() {
    assertThat(
            running(
                run ->
                    run.token("redacted-access-token-00ff(iss=https%3A%2F%2Fother)")
                        .modern("1", "tools/list", "{}", 401, "")
                        .other(EndpointKind.OTHER, "GET", "/x", "", 404, "")))
        .isEqualTo("The client sends a token that was not issued here (a token of https://other).");
  }

  @Test
  void repeatedLogins() {
    assertThat(
            running(
                run -> {
                  LoginScript login = new LoginScript(run).all();
                  for (int i = 0; i < 2; i++) {
                    run.exchangeChallenge("1" + i, "mcp:read");
                    login.state("state-number-" + i + "-long").repeatLogin();
                  }
                  run.exchangeChallenge("9", "mcp:read");
                }))
        .startsWith("The client repeats the login: 3 logins in ")
        .endsWith(" seconds, each time 403 because insufficient_scope.");
  }

  @Test
  void concurrentRefreshes() {
    assertThat(
            running(
                run -> {
                  LoginScript login = new LoginScript(run).all().call("1");
                  login.refresh("r1", "r2");
                  run.after(-200);
                  login.refresh("r1", "r3");
                  login.call("2");
                }))
        .startsWith("Two calls were rejected at once and both refreshed with the same token");
  }

  @Test
  void unusedToken() {
    assertThat(
            running(
                run -> {
                  new LoginScript(run).all();
                  run.after(42_000);
                }))
        .isEqualTo(
            "The client got a token 42 seconds ago and has not called the server since; the last"
                + " response to it was 200 to POST /as/token (#7).");
  }

  @Test
  void omittedToken() {
    assertThat(
            finished(
                run -> {
                  new LoginScript(run).all().call("1");
                  run.with("Authorization", null).modern("2", "prompts/list", "{}", 401, "");
                }))
        .isEqualTo("The client has a token but calls without it (1 time).");
  }
}
