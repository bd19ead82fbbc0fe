package io.everythingmcp.conformance.matrix;

import static org.awaitility.Awaitility.await;

import io.everythingmcp.conformance.auth.SignedTokens;
import io.everythingmcp.conformance.harness.FreePort;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.oauth.FormLogin;
import io.everythingmcp.conformance.oauth.IdentityProvider;
import io.everythingmcp.conformance.oauth.OAuthDiscovery;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.server.TestCaller;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Server in one configuration with the servers that it depends on, and the authenticated users
 * Alice and Bob.
 */
final class ServerArrangement implements AutoCloseable {
  private static final String SCOPES = "mcp:read mcp:write mcp:admin";
  private static final List<String> PEOPLE = List.of("alice", "bob");

  private final Map<String, String> environment = new TreeMap<>();
  private final Deque<Runnable> ends = new ArrayDeque<>();
  private final List<TestCaller> callers = new ArrayList<>();
  private final int port = FreePort.find();
  private final ServerProcess server;

  ServerArrangement(ConfigurationCombination combination, RedisServer redis) {
    environment.put("STORE", combination.store());
    environment.put("REDIS_URL", redis.url());
    environment.put("ERAS", combination.eras());
    environment.put("FIXTURES", "true");
    environment.put("BASE_URI", base());
    server =
        switch (combination.auth()) {
          case "none" -> start("none");
          case "api_key" -> apiKeys();
          case "jwt" -> jwt();
          case "integrated" -> integrated("jwt");
          case "opaque" -> integrated("opaque");
          case "oauth2" -> upstream();
          default -> separate(combination.auth());
        };
  }

  private String base() {
    return "http://localhost:" + port;
  }

  private static String key(String user) {
    return "key-of-" + user + "-in-the-matrix";
  }

  private ServerProcess start(String mode) {
    environment.put("AUTH_MODE", mode);
    ServerProcess process = launch().startOn(port);
    ends.push(process::close);
    return process;
  }

  private ServerLaunch launch() {
    ServerLaunch launch = ServerLaunch.with();
    launch.environment().putAll(environment);
    return launch;
  }

  private ServerProcess apiKeys() {
    environment.put("API_KEYS", key("alice") + "," + key("bob"));
    PEOPLE.forEach(user -> callers.add(TestCaller.apiKey(user, key(user))));
    return start("api_key");
  }

  private ServerProcess jwt() {
    environment.put("JWT_SECRET", SignedTokens.SECRET);
    PEOPLE.forEach(
        user -> callers.add(TestCaller.token(user, SignedTokens.good(base(), user, SCOPES))));
    return start("jwt");
  }

  private ServerProcess integrated(String format) {
    environment.put("ACCESS_TOKEN_FORMAT", format);
    ServerProcess process = start("integrated");
    logIn(process);
    return process;
  }

  private ServerProcess upstream() {
    IdentityProvider provider = IdentityProvider.start(base() + "/oauth/callback");
    ends.push(provider::close);
    environment.put("OAUTH_DISCOVERY_URL", provider.issuer().toString());
    environment.put("OAUTH_CLIENT_ID", "us");
    environment.put("OAUTH_CLIENT_SECRET", "our-secret");
    ServerProcess process = start("oauth2");
    logIn(process);
    return process;
  }

  private ServerProcess separate(String verification) {
    int beside = FreePort.find();
    environment.put("AUTH_SERVER_URL", "http://localhost:" + beside);
    environment.put("VERIFICATION", verification);
    ServerProcess authorization = launch().startAuthServer(beside);
    ends.push(authorization::close);
    ServerProcess process = start("separate");
    // Its first discovery may have preceded the start of the authorization server.
    await()
        .until(
            () ->
                process
                        .client()
                        .post("/mcp", JsonRpcMessages.initialize("2025-11-25", "{}"))
                        .send()
                        .status()
                    == 401);
    logIn(process);
    return process;
  }

  private void logIn(ServerProcess process) {
    RawClient client = process.client();
    OAuthDiscovery discovery = OAuthDiscovery.of(client, URI.create(base() + "/mcp"));
    for (String user : PEOPLE) {
      String token =
          OAuthFlow.register(client, discovery, new FormLogin(user))
              .tokens(SCOPES)
              .path("access_token")
              .asText();
      callers.add(TestCaller.token(user, token));
    }
  }

  URI endpoint() {
    return URI.create(base() + "/mcp");
  }

  ServerProcess server() {
    return server;
  }

  /** Returns Alice and Bob; empty without authentication. */
  List<TestCaller> callers() {
    return callers;
  }

  @Override
  public void close() {
    ends.forEach(Runnable::run);
  }
}
