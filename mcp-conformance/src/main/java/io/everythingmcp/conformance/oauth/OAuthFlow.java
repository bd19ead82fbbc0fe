package io.everythingmcp.conformance.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.harness.FreePort;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An OAuth client that registers itself and obtains tokens for a user. Each step can be changed to
 * an invalid one.
 */
public final class OAuthFlow {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final RawClient http;
  private final OAuthDiscovery discovery;
  private final UserLogin login;
  private final URI redirect;
  private final String verifier = random();
  private final String clientId;
  private final String secret;

  private OAuthFlow(
      RawClient http, OAuthDiscovery discovery, UserLogin login, PreregisteredClient client) {
    this.http = http;
    this.discovery = discovery;
    this.login = login;
    this.redirect = client.comesBackTo();
    this.clientId = client.id();
    this.secret = client.secret();
  }

  /** Creates the flow of a pre-registered client. */
  public static OAuthFlow of(
      RawClient http, OAuthDiscovery discovery, UserLogin login, PreregisteredClient client) {
    return new OAuthFlow(http, discovery, login, client);
  }

  /**
   * As a client with a client ID metadata document; its redirect URI is the first loopback address
   * in the document.
   *
   * @param document where it is; the client id, too
   */
  public static OAuthFlow of(
      RawClient http, OAuthDiscovery discovery, UserLogin login, URI document) {
    RawResponse response = http.at(document).request("GET", "").send();
    for (JsonNode uri :
        response.status() == 200 ? response.json().path("redirect_uris") : JsonTrees.object("{}")) {
      if (uri.asText().matches("http://(127\\.0\\.0\\.1|localhost)(:\\d+)?/.*")) {
        URI redirect = withPort(URI.create(uri.asText()));
        return new OAuthFlow(
            http, discovery, login, new PreregisteredClient(document.toString(), null, redirect));
      }
    }
    throw new AssertionError(
        "The document has no redirect_uris with a loopback address: " + document + " " + response);
  }

  private static URI withPort(URI redirect) {
    return redirect.getPort() >= 0
        ? redirect
        : URI.create(
            "http://" + redirect.getHost() + ":" + FreePort.find() + redirect.getRawPath());
  }

  /** Registers a public client dynamically. */
  public static OAuthFlow register(RawClient http, OAuthDiscovery discovery, UserLogin login) {
    URI redirect = URI.create("http://127.0.0.1:" + FreePort.find() + "/callback");
    ObjectNode client =
        JsonTrees.object(
            "{'client_name':'MCP conformance tests','token_endpoint_auth_method':'none',"
                + "'grant_types':['authorization_code','refresh_token'],"
                + "'response_types':['code'],'application_type':'native'}");
    client.putArray("redirect_uris").add(redirect.toString());
    RawResponse response =
        http.at(discovery.endpoint("registration_endpoint"))
            .request("POST", "")
            .header("Content-Type", "application/json")
            .body(client.toString().getBytes(StandardCharsets.UTF_8))
            .send();
    String id = response.status() == 201 ? response.json().path("client_id").asText() : "";
    if (id.isEmpty()) {
      throw new AssertionError("Registration failed: " + response);
    }
    return new OAuthFlow(http, discovery, login, new PreregisteredClient(id, null, redirect));
  }

  /** The parameters of a proper request for authorization. */
  public Map<String, String> request(String scope) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", clientId);
    request.put("redirect_uri", redirect.toString());
    request.put("state", random());
    request.put("code_challenge", challenge(verifier));
    request.put("code_challenge_method", "S256");
    request.put("resource", discovery.resourceName());
    if (!scope.isEmpty()) {
      request.put("scope", scope);
    }
    return request;
  }

  /** Where a browser is sent. */
  public URI authorize(Map<String, String> request) {
    String endpoint = discovery.endpoint("authorization_endpoint").toString();
    return URI.create(
        endpoint + (endpoint.contains("?") ? "&" : "?") + QueryParameters.of(request));
  }

  /** Performs the login of a user; returns the parameters of the authorization response. */
  public Map<String, String> authorized(Map<String, String> request) {
    return login.through(http, authorize(request), redirect);
  }

  /** The parameters of a proper exchange of a code. */
  public Map<String, String> exchange(String code) {
    Map<String, String> exchange = new LinkedHashMap<>();
    exchange.put("grant_type", "authorization_code");
    exchange.put("code", code);
    exchange.put("redirect_uri", redirect.toString());
    exchange.put("client_id", clientId);
    exchange.put("code_verifier", verifier);
    exchange.put("resource", discovery.resourceName());
    return exchange;
  }

  /** The parameters of a proper refresh. */
  public Map<String, String> refresh(String token) {
    Map<String, String> refresh = new LinkedHashMap<>();
    refresh.put("grant_type", "refresh_token");
    refresh.put("refresh_token", token);
    refresh.put("client_id", clientId);
    refresh.put("resource", discovery.resourceName());
    return refresh;
  }

  /** Sends a token request. */
  public McpResponse token(Map<String, String> form) {
    Map<String, String> all = new LinkedHashMap<>(form);
    RawRequest request =
        http.at(discovery.endpoint("token_endpoint"))
            .request("POST", "")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json");
    if (secret != null && basic()) {
      request.header("Authorization", "Basic " + credentials());
    } else if (secret != null) {
      all.put("client_secret", secret);
    }
    return McpResponse.of(
        request.body(QueryParameters.of(all).getBytes(StandardCharsets.UTF_8)).send(), sent -> {});
  }

  /** The default of RFC 8414 if the metadata contain no authentication methods. */
  private boolean basic() {
    JsonNode methods = discovery.server().path("token_endpoint_auth_methods_supported");
    return methods.isMissingNode() || methods.toString().contains("\"client_secret_basic\"");
  }

  /** RFC 6749, section 2.3.1: both parts are encoded like a form. */
  private String credentials() {
    String pair =
        URLEncoder.encode(clientId, StandardCharsets.UTF_8)
            + ":"
            + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }

  /** A code for these scopes. */
  public String code(String scope) {
    Map<String, String> back = authorized(request(scope));
    if (!back.containsKey("code")) {
      throw new AssertionError("The authorization server gave no code: " + back);
    }
    return back.get("code");
  }

  /** The whole way: tokens for these scopes. */
  public JsonNode tokens(String scope) {
    McpResponse reply = token(exchange(code(scope)));
    if (!reply.message().has("access_token")) {
      throw new AssertionError("The authorization server gave no token: " + reply);
    }
    return reply.message();
  }

  /** How it gets through the pages. */
  public UserLogin login() {
    return login;
  }

  /** Where a browser is sent in the end. */
  public URI redirect() {
    return redirect;
  }

  /** An address that was not registered. */
  public URI otherRedirect() {
    return URI.create("http://127.0.0.1:" + redirect.getPort() + "/somewhere-else");
  }

  private static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
