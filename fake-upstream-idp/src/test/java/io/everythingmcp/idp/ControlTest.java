package io.everythingmcp.idp;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.idp.junit.FakeIdpExtension;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script over HTTP. */
class ControlTest {
  @RegisterExtension
  static final FakeIdpExtension IDP =
      new FakeIdpExtension(s -> s.withClients(NimbusApplication.registered()).withControl(true));

  @RegisterExtension
  static final FakeIdpExtension UNCONTROLLED =
      new FakeIdpExtension(s -> s.withClients(NimbusApplication.registered()));

  private final NimbusApplication app = new NimbusApplication(IDP.issuer());
  private final LoginBrowser loginBrowser = new LoginBrowser();

  private HttpResponse<String> sendStep(FakeIdpExtension idp, String what, String json) {
    return loginBrowser.send(to(idp, what, json).header("Content-Type", "application/json"));
  }

  private static HttpRequest.Builder to(FakeIdpExtension idp, String what, String json) {
    return HttpRequest.newBuilder(URI.create(idp.issuer() + "/control/" + what))
        .POST(HttpRequest.BodyPublishers.ofString(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "login | {\"user\":\"bob\"}",
        "login | {\"user\":\"erin\",\"name\":\"Erin\",\"email\":\"e@example.com\"}",
        "login | {\"error\":\"access_denied\"}",
        "fault | {\"fault\":\"wrong_nonce\"}",
        "endpoint | {\"endpoint\":\"token\",\"status\":500,\"delay_ms\":10}",
        "clock | {\"seconds\":-60}",
        "keys | {}",
        "keys | {\"keep_old\":false}",
        "reset | {}"
      })
  void eachStepIsAccepted(String what, String json) {
    assertThat(sendStep(IDP, what, json).statusCode()).isEqualTo(204);
    assertThat(sendStep(UNCONTROLLED, what, json).statusCode()).as("not enabled").isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "login | {\"user\":\"unknown-id\"} | 400",
        "login | {} | 400",
        "login | {\"error\":\"a\\r\\nb\"} | 400",
        "fault | {\"fault\":\"no_such_fault\"} | 400",
        "endpoint | {\"endpoint\":\"token\",\"status\":200} | 400",
        "endpoint | {\"endpoint\":\"token\",\"delay_ms\":\"long\"} | 400",
        "endpoint | {\"endpoint\":\"token\",\"delay_ms\":999999999} | 400",
        "clock | nonsense | 400",
        "else | {} | 404"
      })
  void unknownStepIsRejected(String what, String json, int status) {
    HttpResponse<String> answer = sendStep(IDP, what, json);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("error_description");
  }

  @Test
  void stepHasItsEffect() {
    sendStep(IDP, "login", "{\"error\":\"server_error\"}");
    assertThat(LoginBrowser.redirectParameters(loginBrowser.open(app.login())))
        .containsEntry("error", List.of("server_error"));
    sendStep(IDP, "endpoint", "{\"endpoint\":\"jwks\",\"status\":502}");
    assertThat(loginBrowser.open(URI.create(IDP.issuer() + "/jwks")).statusCode()).isEqualTo(502);
  }

  @Test
  void crossSitePageIsRejected() {
    assertThat(
            loginBrowser
                .send(to(IDP, "reset", "{}").header("Content-Type", "text/plain"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            loginBrowser
                .send(
                    to(IDP, "reset", "{}")
                        .header("Content-Type", "application/json")
                        .header("Origin", "http://rebound.example"))
                .statusCode())
        .isEqualTo(403);
  }
}
