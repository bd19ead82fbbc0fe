package io.everythingmcp.conformance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.oauth.BrowserLogin;
import io.everythingmcp.conformance.oauth.FormLogin;
import io.everythingmcp.conformance.oauth.OAuthDiscovery;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.oauth.PreregisteredClient;
import io.everythingmcp.conformance.oauth.UserLogin;
import io.everythingmcp.conformance.server.ServerUnreachableException;
import io.everythingmcp.conformance.server.TargetServer;
import io.everythingmcp.conformance.server.TestCaller;
import io.everythingmcp.conformance.server.ToolRole;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the server and its credentials. */
final class ServerOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command;

  @Option(
      names = "--url",
      required = true,
      description = "The MCP endpoint; twice for two instances that share their state.")
  List<URI> urls;

  @Option(
      names = "--sse-url",
      description = "The endpoint of HTTP+SSE (2024-11-05); default: /sse.")
  URI sse;

  @Option(names = "--token", description = "A bearer token.")
  String token;

  @Option(names = "--api-key", description = "A key for the header X-API-Key.")
  String apiKey;

  @Option(names = "--second-token", description = "The token of another user, for isolation.")
  String secondToken;

  @Option(names = "--second-api-key", description = "The key of another user, for isolation.")
  String secondApiKey;

  @Option(
      names = "--oauth",
      description =
          "Get tokens by OAuth: form fills in simple forms, browser requires a login by a user.")
  OAuthKind oauth;

  @Option(names = "--user", description = "The value of the field \"user\" of a login form.")
  String user;

  @Option(names = "--second-user", description = "The same for another user, for isolation.")
  String secondUser;

  @Option(names = "--client-id", description = "For --oauth: a pre-registered client.")
  String clientId;

  @Option(
      names = "--client-secret",
      defaultValue = "${env:CONFORMANCE_CLIENT_SECRET}",
      description = "Its secret; preferably in the variable CONFORMANCE_CLIENT_SECRET.")
  String clientSecret;

  @Option(
      names = "--redirect-uri",
      description = "Its redirect URI; default: http://127.0.0.1:<any port>/callback.")
  URI redirectUri;

  @Option(
      names = "--client-metadata-url",
      description = "For --oauth: a client ID metadata document with a redirect URI at 127.0.0.1.")
  URI clientDocument;

  /** How the login at the authorization server is performed. */
  enum OAuthKind {
    FORM,
    BROWSER
  }

  @Option(
      names = "--tool",
      description = "A tool with a certain role: ROLE=NAME or ROLE=NAME{ARGUMENTS}; see --help.")
  List<String> tools = List.of();

  @Option(names = "--session-timeout", description = "Seconds after which an unused session ends.")
  Integer sessionTimeout;

  @Option(names = "--timeout", defaultValue = "10", description = "Seconds to wait for a response.")
  int timeout;

  /** Returns the server. */
  TargetServer server() {
    for (URI url : urls) {
      if (url.getHost() == null || url.getScheme() == null || !url.getScheme().startsWith("http")) {
        throw wrong("--url must be an absolute http(s) URL: " + url);
      }
    }
    TargetServer server =
        TargetServer.at(urls.get(0)).by(caller("first", token, apiKey, TestCaller.anonymous()));
    for (URI more : urls.subList(1, urls.size())) {
      server = server.alsoAt(more);
    }
    if (oauth == null && (clientId != null || clientDocument != null || redirectUri != null)) {
      throw wrong("--client-id, --redirect-uri and --client-metadata-url require --oauth");
    }
    if (clientId == null && redirectUri != null) {
      throw wrong("--redirect-uri requires --client-id");
    }
    if (oauth != null) {
      return withTokens(server.timeout(Duration.ofSeconds(timeout)))
          .sse(sse)
          .sessionTimeout(sessionTimeout == null ? null : Duration.ofSeconds(sessionTimeout))
          .tools(roles());
    }
    return server
        .andBy(caller("second", secondToken, secondApiKey, null))
        .sse(sse)
        .timeout(Duration.ofSeconds(timeout))
        .sessionTimeout(sessionTimeout == null ? null : Duration.ofSeconds(sessionTimeout))
        .tools(roles());
  }

  private TargetServer withTokens(TargetServer server) {
    if (token != null || apiKey != null) {
      throw wrong("--oauth must not be combined with --token or --api-key");
    }
    RawClient http = new RawClient(server.url(), server.timeout());
    OAuthDiscovery found;
    try {
      found = OAuthDiscovery.of(http, server.url());
    } catch (AssertionError e) {
      throw new ServerUnreachableException(
          server.url() + " does not respond: " + e.getMessage(), e);
    }
    if (!found.found()) {
      throw new ServerUnreachableException(
          server.url() + " has no protected resource metadata with an authorization server", null);
    }
    TargetServer authenticated =
        server
            .login(login(user))
            .client(preregistered())
            .document(clientDocument)
            .by(authenticated(http, found, "first", user));
    return secondUser == null
        ? authenticated
        : authenticated.andBy(authenticated(http, found, "second", secondUser));
  }

  private UserLogin login(String who) {
    return oauth == OAuthKind.FORM
        ? new FormLogin(who)
        : new BrowserLogin(command.commandLine().getErr()::println);
  }

  private TestCaller authenticated(RawClient http, OAuthDiscovery found, String name, String who) {
    try {
      JsonNode tokens = flow(http, found, login(who)).tokens(found.scope());
      return TestCaller.token(name, tokens.path("access_token").asText());
    } catch (AssertionError e) {
      throw new ServerUnreachableException("No token: " + e.getMessage(), e);
    }
  }

  private PreregisteredClient preregistered() {
    return clientId == null ? null : new PreregisteredClient(clientId, clientSecret, redirectUri);
  }

  /** Uses the configured client, or registers one. */
  private OAuthFlow flow(RawClient http, OAuthDiscovery found, UserLogin login) {
    if (clientId != null) {
      return OAuthFlow.of(http, found, login, preregistered());
    }
    return clientDocument == null
        ? OAuthFlow.register(http, found, login)
        : OAuthFlow.of(http, found, login, clientDocument);
  }

  private TestCaller caller(String name, String bearer, String key, TestCaller otherwise) {
    if (bearer != null && key != null) {
      throw wrong("A caller must have a token or an API key, not both");
    }
    if (bearer != null) {
      return TestCaller.token(name, bearer);
    }
    return key != null ? TestCaller.apiKey(name, key) : otherwise;
  }

  private Map<ToolRole, ToolCall> roles() {
    Map<ToolRole, ToolCall> roles = new EnumMap<>(ToolRole.class);
    for (String text : tools) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw wrong("--tool must be ROLE=NAME: " + text);
      }
      roles.put(role(text.substring(0, equals)), call(text.substring(equals + 1)));
    }
    return roles;
  }

  private ToolRole role(String option) {
    return Stream.of(ToolRole.values())
        .filter(role -> role.option().equals(option))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "Unknown role "
                        + option
                        + "; supported: "
                        + Stream.of(ToolRole.values())
                            .map(ToolRole::option)
                            .collect(Collectors.joining(", "))));
  }

  private ToolCall call(String text) {
    int brace = text.indexOf('{');
    try {
      return brace < 0
          ? ToolCall.of(text, "{}")
          : ToolCall.of(text.substring(0, brace), text.substring(brace));
    } catch (AssertionError notJson) {
      throw wrong(notJson.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
