package io.everythingmcp.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One address cannot use all pending authorization requests, nor all pushed ones. The test is a
 * trusted proxy, so that it can use several addresses.
 */
class PendingAuthorizationShareIT {
  private static final String UNAVAILABLE = "temporarily_unavailable";

  private ServerProcess server;
  private OAuthApplication application;

  @BeforeEach
  void start() {
    server =
        ServerLaunch.with("AUTH_MODE", "integrated", "TRUSTED_PROXIES", "127.0.0.1, ::1")
            .jvm("-Ddw.auth.server.maxPendingAuthorizations=4")
            .start();
    application = OAuthApplication.registerNew(server.uri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private FormBrowser browser(String address) {
    return new FormBrowser(server.client().with(Map.of("X-Forwarded-For", address)));
  }

  private RawResponse authorize(String address) {
    return application.send(browser(address), application.parameters());
  }

  private RawResponse push(String address) {
    return server
        .client()
        .with(Map.of("X-Forwarded-For", address))
        .request("POST", "/par")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body(UrlParameters.encode(application.parameters()).getBytes(StandardCharsets.UTF_8))
        .send();
  }

  @Test
  void pendingAuthorizationsOfOneAddressAreLimited() {
    assertThat(authorize("2001:db8::1").status()).isEqualTo(200);
    assertThat(authorize("2001:db8::2").status()).isEqualTo(200);
    assertThat(authorize("2001:db8::1:0:0:3").status()).isEqualTo(200);
    RawResponse full = authorize("2001:db8::4");
    assertThat(full.status()).isEqualTo(503);
    assertThat(full.header("Retry-After")).matches("\\d+");
    assertThat(full.text()).contains(UNAVAILABLE, "pending sign-ins from this address");
    assertThat(authorize("2001:db8:0:1::1").status()).isEqualTo(200);
  }

  @Test
  void errorIsSentToTheClientAfterConsent() {
    FormBrowser user = browser("192.0.2.10");
    assertThat(application.authorize(user, "alice", application.parameters())).containsKey("code");
    assertThat(application.send(user, application.parameters()).status()).isEqualTo(303);
    Map<String, String> answer =
        UrlParameters.query(application.send(user, application.parameters()).header("Location"));
    assertThat(answer)
        .containsEntry("error", UNAVAILABLE)
        .containsEntry("state", "the state")
        .containsEntry("iss", server.uri().toString());
  }

  @Test
  void pushedRequestsOfOneAddressAreLimited() {
    RawResponse first = push("192.0.2.1");
    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    assertThat(push("192.0.2.1").status()).isEqualTo(201);
    assertThat(push("192.0.2.1").status()).isEqualTo(201);
    RawResponse full = push("192.0.2.1");
    assertThat(full.status()).isEqualTo(503);
    assertThat(full.header("Retry-After")).matches("\\d+");
    assertThat(full.json().path("error").asText()).isEqualTo(UNAVAILABLE);
    assertThat(push("192.0.2.2").status()).isEqualTo(201);
    RawResponse page =
        browser("192.0.2.3")
            .open(
                "/authorize?"
                    + UrlParameters.encode(
                        UrlParameters.of(
                            "client_id",
                            application.id(),
                            "request_uri",
                            first.json().path("request_uri").asText())));
    assertThat(page.status()).isEqualTo(200);
    assertThat(push("192.0.2.1").status()).isEqualTo(201);
  }
}
