package io.everythingmcp.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.FreePort;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrangements of the authorization server and of its identity provider. */
class AuthorizationArrangementsIT {

  @ParameterizedTest
  @CsvSource({"introspection, jwt", "introspection, opaque", "jwks, jwt"})
  void separateProcess(String verification, String format) {
    int port = FreePort.find();
    ServerLaunch together =
        ServerLaunch.with(
            "AUTH_MODE",
            "separate",
            "AUTH_SERVER_URL",
            "http://localhost:" + port,
            "VERIFICATION",
            verification,
            "ACCESS_TOKEN_FORMAT",
            format);
    try (ServerProcess server = together.start()) {
      Map<String, String> environment = new java.util.TreeMap<>(together.environment());
      environment.put("BASE_URI", server.uri().toString());
      ServerLaunch alone = new ServerLaunch(environment, together.jvm(), together.config());
      try (ServerProcess auth = alone.startAuthServer(port)) {
        JsonNode health = auth.client().request("GET", "/health").send().json();
        assertThat(health.path("mode").asText()).isEqualTo("authorization-server");
        assertThat(auth.client().post("/mcp", "{}").send().status()).isEqualTo(404);
        OAuthApplication application = OAuthApplication.registerNew(auth.uri());
        JsonNode tokens = application.tokens("alice");
        String access = tokens.path("access_token").asText();
        assertThat(access.split("\\.", -1)).hasSize(format.equals("jwt") ? 3 : 2);
        await().until(() -> OAuthApplication.use(server.uri(), access) == 200);
      }
    }
  }

  @Test
  void opaqueTokensAreValidAndRevocable() {
    try (ServerProcess server =
        ServerLaunch.with("AUTH_MODE", "integrated", "ACCESS_TOKEN_FORMAT", "opaque").start()) {
      OAuthApplication application = OAuthApplication.registerNew(server.uri());
      String access = application.tokens("alice").path("access_token").asText();
      assertThat(access).hasSize(87);
      assertThat(OAuthApplication.use(server.uri(), access)).isEqualTo(200);
      assertThat(application.call("/revoke", "token", access).status()).isEqualTo(200);
      assertThat(OAuthApplication.use(server.uri(), access)).isEqualTo(401);
      RawResponse jwks = server.client().request("GET", "/jwks").send();
      assertThat(jwks.status()).isEqualTo(404);
      assertThat(metadata(server).has("jwks_uri")).isFalse();
    }
  }

  private static JsonNode metadata(ServerProcess server) {
    return server.client().request("GET", "/.well-known/oauth-authorization-server").send().json();
  }

  @Test
  void twoInstancesActAsOneServer() {
    try (RedisServer redis = RedisServer.start()) {
      String base = "http://localhost:" + FreePort.find();
      ServerLaunch launch =
          ServerLaunch.with(
              "AUTH_MODE",
              "integrated",
              "STORE",
              "redis",
              "REDIS_URL",
              redis.url(),
              "BASE_URI",
              base,
              "ALLOWED_HOSTS",
              "localhost,localhost:*");
      try (ServerProcess one = launch.start();
          ServerProcess two = launch.start()) {
        OAuthApplication here = OAuthApplication.registerNew(one.uri());
        OAuthApplication there =
            new OAuthApplication(
                two.uri(), here.id(), null, OAuthApplication.REDIRECT, here.verifier());
        FormBrowser browser = new FormBrowser(one.uri());
        RawResponse consent = here.send(browser, here.parameters());
        FormBrowser other = new FormBrowser(two.uri());
        other.cookies().putAll(browser.cookies());
        RawResponse away = other.submit(consent, "/authorize/consent", "decision", "approve");
        String login = path(away.header("Location"));
        RawResponse page = browser.open(login);
        other.cookies().putAll(browser.cookies());
        RawResponse back =
            other.submit(page, "/fakeupstreamauth/authorize", "user", "bob", "decision", "login");
        RawResponse answer = browser.open(path(back.header("Location")));
        String code = UrlParameters.query(answer.header("Location")).get("code");
        JsonNode tokens = there.redeem(code).json();
        assertThat(here.refresh(tokens.path("refresh_token").asText()).status()).isEqualTo(200);
        RawClient first = one.client();
        RawClient second = two.client();
        assertThat(first.request("GET", "/jwks").send().text())
            .isEqualTo(second.request("GET", "/jwks").send().text());
      }
    }
  }

  private static String path(String address) {
    return address.replaceFirst("^http://[^/]*", "");
  }

  @Test
  void externalProvider() {
    int port = FreePort.find();
    String base = "http://localhost:" + port;
    try (IdentityProvider provider = IdentityProvider.start(base + "/oauth/callback");
        ServerProcess server =
            ServerLaunch.with(
                    "AUTH_MODE",
                    "oauth2",
                    "OAUTH_DISCOVERY_URL",
                    provider.issuer().toString(),
                    "OAUTH_CLIENT_ID",
                    "us",
                    "OAUTH_CLIENT_SECRET",
                    "our-secret")
                .startOn(port)) {
      OAuthApplication application = OAuthApplication.registerNew(server.uri());
      FormBrowser browser = new FormBrowser(server.uri());
      RawResponse consent = application.send(browser, application.parameters());
      RawResponse away = browser.submit(consent, "/authorize/consent", "decision", "approve");
      assertThat(away.header("Location")).startsWith(provider.issuer() + "/authorize?");
      FormBrowser there = new FormBrowser(provider.issuer());
      RawResponse page = there.open(away.header("Location"));
      RawResponse back = there.submit(page, "/authorize", "user", "carol", "decision", "login");
      RawResponse answer = browser.open(back.header("Location"));
      JsonNode tokens =
          application.redeem(UrlParameters.query(answer.header("Location")).get("code")).json();
      String access = tokens.path("access_token").asText();
      assertThat(OAuthApplication.use(server.uri(), access)).isEqualTo(200);
      OAuthApplication resourceServer =
          new OAuthApplication(server.uri(), "everything-server", "development-only", "", "");
      assertThat(resourceServer.call("/introspect", "token", access).json().path("sub").asText())
          .isEqualTo(provider.issuer() + "|carol");
      assertThat(server.client().request("GET", "/fakeupstreamauth/authorize").send().status())
          .isEqualTo(404);
    }
  }

  @Test
  void noSecretIsLogged() {
    try (ServerProcess server =
        ServerLaunch.with("AUTH_MODE", "integrated", "LOG_LEVEL", "ALL").start()) {
      OAuthApplication application = OAuthApplication.registerNew(server.uri());
      String code = application.code("alice");
      JsonNode tokens = application.redeem(code).json();
      String access = tokens.path("access_token").asText();
      String refresh = tokens.path("refresh_token").asText();
      OAuthApplication.use(server.uri(), access);
      application.refresh(refresh);
      application.refresh(refresh);
      application.call("/revoke", "token", access);
      String log = server.wholeLog();
      assertThat(log).contains("DEBUG");
      for (String secret : new String[] {code, access, refresh, application.verifier()}) {
        assertThat(log.lines().filter(line -> line.contains(secret)).toList()).isEmpty();
      }
    }
  }
}
