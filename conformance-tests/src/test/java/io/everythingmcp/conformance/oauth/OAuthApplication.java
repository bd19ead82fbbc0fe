package io.everythingmcp.conformance.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Client of the authorization server.
 *
 * @param server address of the authorization server
 * @param id its client id
 * @param secret its secret; null for none
 * @param redirectUri its redirect URI, at which no server listens
 * @param verifier PKCE code verifier
 */
record OAuthApplication(URI server, String id, String secret, String redirectUri, String verifier) {
  static final String REDIRECT = "http://127.0.0.1:5555/callback";

  /** Registrations, which are shared by tests because they are limited. */
  private static final Map<String, JsonNode> SHARED = new ConcurrentHashMap<>();

  /** Returns a public client. */
  static OAuthApplication open(URI server) {
    return of(server, SHARED.computeIfAbsent(server + " open", key -> registered(server, true)));
  }

  /** Returns a confidential client. */
  static OAuthApplication confidential(URI server) {
    return of(server, SHARED.computeIfAbsent(server.toString(), key -> registered(server, false)));
  }

  /** Returns a public client that has just been registered. */
  static OAuthApplication registerNew(URI server) {
    return of(server, registered(server, true));
  }

  private static JsonNode registered(URI server, boolean open) {
    RawResponse response = register(server, open ? "{'token_endpoint_auth_method':'none'}" : "{}");
    if (response.status() != 201) {
      throw new AssertionError("No registration: " + response);
    }
    return response.json();
  }

  private static OAuthApplication of(URI server, JsonNode registered) {
    return new OAuthApplication(
        server,
        registered.path("client_id").asText(),
        registered.has("client_secret") ? registered.path("client_secret").asText() : null,
        REDIRECT,
        UUID.randomUUID() + "-" + UUID.randomUUID());
  }

  static RawResponse register(URI server, String metadata) {
    ObjectNode all = JsonTrees.object("{'client_name':'Test'}");
    all.putArray("redirect_uris").add(REDIRECT);
    all.setAll(JsonTrees.object(metadata));
    return new RawClient(server)
        .request("POST", "/register")
        .header("Content-Type", "application/json")
        .body(all.toString().getBytes(StandardCharsets.UTF_8))
        .send();
  }

  OAuthApplication withVerifier(String other) {
    return new OAuthApplication(server, id, secret, redirectUri, other);
  }

  /** Returns the parameters of an authorization request, which tests may change. */
  Map<String, String> parameters() {
    return UrlParameters.of(
        "response_type",
        "code",
        "client_id",
        id,
        "redirect_uri",
        redirectUri,
        "state",
        "the state",
        "code_challenge",
        challenge(verifier),
        "code_challenge_method",
        "S256");
  }

  static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Opens the authorization request in the browser of a user. */
  RawResponse send(FormBrowser browser, Map<String, String> asks) {
    return browser.open("/authorize?" + UrlParameters.encode(asks));
  }

  /** Runs the flow with consent and login; returns the final redirect. */
  Map<String, String> authorize(FormBrowser browser, String user, Map<String, String> asks) {
    RawResponse first = send(browser, asks);
    RawResponse next = first;
    if (first.status() == 200) {
      next = browser.submit(first, "/authorize/consent", "decision", "approve");
    }
    return UrlParameters.query(logIn(browser, next, user).header("Location"));
  }

  /** Continues the login of a user. */
  static RawResponse logIn(FormBrowser browser, RawResponse away, String user) {
    RawResponse page = browser.open(away.header("Location"));
    RawResponse back =
        browser.submit(page, "/fakeupstreamauth/authorize", "user", user, "decision", "login");
    if (back.status() != 303 && back.status() != 302) {
      throw new AssertionError("No login: " + back);
    }
    return browser.open(back.header("Location"));
  }

  /** Returns an authorization code for a user who approves the consent. */
  String code(String user) {
    String code = authorize(new FormBrowser(server), user, parameters()).get("code");
    if (code == null) {
      throw new AssertionError("No code");
    }
    return code;
  }

  /** Calls an endpoint with client authentication. */
  RawResponse call(String path, String... namesAndValues) {
    Map<String, String> form = UrlParameters.of(namesAndValues);
    if (secret == null) {
      form.putIfAbsent("client_id", id);
    }
    RawRequest request = post(server, path, form);
    if (secret != null) {
      String pair = id + ":" + secret;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)));
    }
    return request.send();
  }

  static RawRequest post(URI server, String path, Map<String, String> form) {
    return new RawClient(server)
        .request("POST", path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body(UrlParameters.encode(form).getBytes(StandardCharsets.UTF_8));
  }

  /** Redeems a code. */
  RawResponse redeem(String code) {
    return call(
        "/token",
        "grant_type",
        "authorization_code",
        "code",
        code,
        "code_verifier",
        verifier,
        "redirect_uri",
        redirectUri);
  }

  RawResponse refresh(String token) {
    return call("/token", "grant_type", "refresh_token", "refresh_token", token);
  }

  /** Returns tokens for a user who approves the consent. */
  JsonNode tokens(String user) {
    RawResponse tokens = redeem(code(user));
    if (tokens.status() != 200) {
      throw new AssertionError("No tokens: " + tokens);
    }
    return tokens.json();
  }

  /** Returns the status of an MCP request with an access token. */
  static int use(URI server, String token) {
    return new RawClient(server)
        .post("/mcp", JsonRpcMessages.initialize("2025-11-25", "{}"))
        .header("Authorization", "Bearer " + token)
        .send()
        .status();
  }
}
