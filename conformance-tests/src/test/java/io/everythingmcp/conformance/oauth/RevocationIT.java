package io.everythingmcp.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerFleet;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a grant ends its streams, calls and sessions, and no others. */
class RevocationIT {
  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with("AUTH_MODE", "integrated", "MANAGEMENT_TOKEN", ManagementCalls.TOKEN);

  private static final Duration SOON = Duration.ofSeconds(30);

  /** Events that end a grant before its expiry. */
  enum End {
    ACCESS_TOKEN_REVOKED {
      @Override
      void by(OAuthApplication application, JsonNode tokens, String code) {
        revoke(application, tokens.path("access_token"));
      }
    },
    REFRESH_TOKEN_REVOKED {
      @Override
      void by(OAuthApplication application, JsonNode tokens, String code) {
        revoke(application, tokens.path("refresh_token"));
      }
    },
    CODE_USED_TWICE {
      @Override
      void by(OAuthApplication application, JsonNode tokens, String code) {
        assertThat(application.redeem(code).status()).isEqualTo(400);
      }
    },
    REFRESH_TOKEN_USED_TWICE {
      @Override
      void by(OAuthApplication application, JsonNode tokens, String code) {
        String token = tokens.path("refresh_token").asText();
        assertThat(application.refresh(token).status()).isEqualTo(200);
        assertThat(application.refresh(token).status()).isEqualTo(400);
      }
    };

    abstract void by(OAuthApplication application, JsonNode tokens, String code);

    static void revoke(OAuthApplication application, JsonNode token) {
      RawResponse revoked = application.call("/revoke", "token", token.asText());
      assertThat(revoked.status()).isEqualTo(200);
    }
  }

  private static OpenConnections open(String path, JsonNode tokens) {
    String bearer = "Bearer " + tokens.path("access_token").asText();
    return new OpenConnections(
        SERVER.client(), path, request -> request.header("Authorization", bearer));
  }

  @ParameterizedTest
  @EnumSource(End.class)
  void endOfGrantClosesItsStreamsAndSessions(End end) {
    OAuthApplication application = OAuthApplication.open(SERVER.uri());
    String code = application.code("alice");
    JsonNode tokens = application.redeem(code).json();
    OpenConnections mine = open("/mcp", tokens);
    String session = mine.session();
    Map<String, SseStream> streams = mine.everything(session);
    streams.put("HTTP+SSE", mine.legacy());
    OpenConnections later = open("/mcp", application.tokens("alice"));
    String other = later.session();
    SseStream stays = later.stream(other);

    end.by(application, tokens, code);

    streams.forEach((what, stream) -> assertThat(stream.endsWithin(SOON)).as(what).isTrue());
    // A stream can end shortly before its session.
    await("a session that was created with the grant, for another grant of the same user")
        .atMost(SOON)
        .until(() -> later.in(session, JsonRpcMessages.request(9, "ping")).send().status() == 404);
    assertThat(later.in(other, JsonRpcMessages.request(9, "ping")).send().status()).isEqualTo(200);
    assertThat(stays.endsWithin(Duration.ofMillis(200))).as("the other grant").isFalse();
    stays.close();
  }

  private static RawResponse manage(String method, String path, String body) {
    return ManagementCalls.send(SERVER.client(), method, path, body);
  }

  private static OpenConnections tenant(String id, String token) {
    String bearer = "Bearer " + token;
    return new OpenConnections(
        SERVER.client(), "/t/" + id + "/mcp", request -> request.header("Authorization", bearer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "tenant"})
  void endOfStaticTokenClosesItsStreamsAndSessions(String ended) {
    String id = "ends-with-" + ended;
    String gone = id + "-a-token-that-goes";
    String kept = id + "-b-token-that-stays";
    String body = "{\"id\":\"%s\",\"tokens\":[\"%s\",\"%s\"]}".formatted(id, gone, kept);
    assertThat(manage("POST", "/tenants", body).status()).isEqualTo(201);
    OpenConnections mine = tenant(id, gone);
    Map<String, SseStream> streams = mine.everything(mine.session());
    OpenConnections other = tenant(id, kept);
    String session = other.session();
    SseStream stays = other.stream(session);
    assertThat(sessions(id)).hasSize(2);

    RawResponse removed =
        ended.equals("token")
            ? manage("DELETE", "/tenants/" + id + "/tokens", "{\"token\":\"" + gone + "\"}")
            : manage("DELETE", "/tenants/" + id, "");
    assertThat(removed.status()).isEqualTo(204);

    streams.forEach((what, stream) -> assertThat(stream.endsWithin(SOON)).as(what).isTrue());
    if (ended.equals("token")) {
      assertThat(sessions(id)).hasSize(1);
      assertThat(other.in(session, JsonRpcMessages.request(9, "ping")).send().status())
          .isEqualTo(200);
      assertThat(stays.endsWithin(Duration.ofMillis(200))).as("the other token").isFalse();
    } else {
      assertThat(stays.endsWithin(SOON)).isTrue();
    }
    stays.close();
  }

  private static JsonNode sessions(String tenant) {
    return manage("GET", "/sessions?tenant=" + tenant, "").json().path("sessions");
  }

  @Test
  void endOfTenantMembershipClosesItsStreamsAndSessions() {
    String body = "{\"id\":\"club\",\"subjects\":[\"carol\",\"dave\"]}";
    assertThat(manage("POST", "/tenants", body).status()).isEqualTo(201);
    OAuthApplication application = OAuthApplication.open(SERVER.uri());
    OpenConnections carol = open("/mcp", application.tokens("carol"));
    OpenConnections dave = open("/mcp", application.tokens("dave"));
    Map<String, SseStream> streams = carol.everything(carol.session());
    String session = dave.session();
    SseStream stays = dave.stream(session);
    assertThat(sessions("club")).hasSize(2);

    assertThat(manage("PUT", "/tenants/club", "{\"subjects\":[\"dave\"]}").status()).isEqualTo(200);

    streams.forEach((what, stream) -> assertThat(stream.endsWithin(SOON)).as(what).isTrue());
    assertThat(sessions("club")).hasSize(1);
    assertThat(dave.in(session, JsonRpcMessages.request(9, "ping")).send().status()).isEqualTo(200);
    stays.close();
    manage("DELETE", "/tenants/club", "");
  }

  @Test
  void otherInstancesCloseThemToo() {
    try (ServerFleet fleet =
        ServerFleet.of(2, "AUTH_MODE", "integrated", "MANAGEMENT_TOKEN", ManagementCalls.TOKEN)) {
      ServerProcess here = fleet.instance(0);
      ServerProcess there = fleet.instance(1);
      OAuthApplication application = OAuthApplication.open(fleet.balancer().uri());
      JsonNode tokens = application.tokens("alice");
      String bearer = "Bearer " + tokens.path("access_token").asText();
      OpenConnections mine =
          new OpenConnections(
              there.client(), "/mcp", request -> request.header("Authorization", bearer));
      Map<String, SseStream> streams = mine.everything(mine.session());
      End.revoke(
          new OAuthApplication(
              here.uri(),
              application.id(),
              application.secret(),
              application.redirectUri(),
              application.verifier()),
          tokens.path("access_token"));
      streams.forEach((what, stream) -> assertThat(stream.endsWithin(SOON)).as(what).isTrue());
    }
  }
}
