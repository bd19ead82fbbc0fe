package io.everythingmcp.server.command.login;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One login, from the address of an endpoint to an access token. */
public final class CommandLineLogin {
  /** No server uses this port: the redirect to it is read and not followed. */
  private static final String REDIRECT = "http://127.0.0.1:3/callback";

  private static final int STEPS = 12;
  private static final Pattern METADATA = Pattern.compile("resource_metadata=\"([^\"]+)\"");
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final LoginBrowserSession browser = new LoginBrowserSession();
  private final SecureRandom random = new SecureRandom();
  private final URI endpoint;
  private final String user;
  private final String scope;

  /**
   * Creates a login.
   *
   * @param endpoint URL of the Streamable HTTP endpoint
   * @param user user at the fake identity provider
   * @param scope requested scopes, separated by spaces
   */
  public CommandLineLogin(URI endpoint, String user, String scope) {
    this.endpoint = endpoint;
    this.user = user;
    this.scope = scope;
  }

  /**
   * Returns the access token.
   *
   * @throws LoginFailure if no token can be obtained
   */
  public String token() throws LoginFailure {
    if (!LoginBrowserSession.isLoopback(endpoint)) {
      throw new LoginFailure(
          "--url is '"
              + endpoint
              + "'; it must have a loopback host, such as"
              + " http://localhost:3232/mcp");
    }
    JsonNode resource = resource();
    JsonNode server = server(resource.path("authorization_servers").path(0).asText());
    if (!server.hasNonNull("registration_endpoint")) {
      throw new LoginFailure(
          "Clients cannot register themselves at "
              + server.path("issuer").asText()
              + "; start it with REGISTRATION=on");
    }
    String client = register(server);
    String verifier = random();
    String code = code(server, client, verifier, resource.path("resource").asText());
    return exchange(server, client, code, verifier, resource.path("resource").asText());
  }

  private JsonNode resource() throws LoginFailure {
    LoginBrowserSession.PageResponse challenge =
        browser.json(endpoint, Map.of("jsonrpc", "2.0", "id", 1, "method", "ping"));
    if (challenge.status() != 401) {
      throw new LoginFailure(
          challenge.status() == 404
              ? "No MCP endpoint at " + endpoint
              : endpoint + " requires no token: it returned " + challenge.status() + ", not 401");
    }
    Matcher metadata = METADATA.matcher(challenge.header("WWW-Authenticate"));
    if (!metadata.find()) {
      throw new LoginFailure(
          endpoint
              + " does not accept access tokens: its challenge has no resource_metadata;"
              + " send the credential that its AUTH_MODE requires");
    }
    JsonNode document = browser.get(URI.create(metadata.group(1))).json();
    if (document.path("authorization_servers").path(0).asText().isEmpty()) {
      throw new LoginFailure(
          endpoint + " has no authorization server; with AUTH_MODE=jwt use the command mint-jwt");
    }
    return document;
  }

  private JsonNode server(String issuer) throws LoginFailure {
    URI uri = URI.create(issuer);
    String root = uri.getScheme() + "://" + uri.getRawAuthority();
    String path = uri.getRawPath();
    for (String address :
        List.of(
            root + "/.well-known/oauth-authorization-server" + path,
            root + "/.well-known/openid-configuration" + path,
            issuer + "/.well-known/openid-configuration")) {
      LoginBrowserSession.PageResponse response = browser.get(URI.create(address));
      if (response.status() == 200 && response.json().hasNonNull("token_endpoint")) {
        return response.json();
      }
    }
    throw new LoginFailure("No authorization server at " + issuer);
  }

  private String register(JsonNode server) throws LoginFailure {
    LoginBrowserSession.PageResponse response =
        browser.json(
            URI.create(server.path("registration_endpoint").asText()),
            Map.of(
                "client_name",
                "The command token",
                "redirect_uris",
                List.of(REDIRECT),
                "grant_types",
                List.of("authorization_code"),
                "token_endpoint_auth_method",
                "none"));
    return required(response, "client_id", "The registration");
  }

  private static String required(
      LoginBrowserSession.PageResponse response, String field, String what) throws LoginFailure {
    if (!response.json().hasNonNull(field)) {
      throw new LoginFailure(
          what
              + " was refused with "
              + response.status()
              + ": "
              + response.json().path("error").asText()
              + " "
              + response.json().path("error_description").asText());
    }
    return response.json().path(field).asText();
  }

  private String code(JsonNode server, String client, String verifier, String resource)
      throws LoginFailure {
    String state = random();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", client);
    parameters.put("redirect_uri", REDIRECT);
    parameters.put("scope", scope);
    parameters.put("state", state);
    parameters.put("code_challenge", challenge(verifier));
    parameters.put("code_challenge_method", "S256");
    parameters.put("resource", resource);
    URI issuer = URI.create(server.path("issuer").asText());
    LoginBrowserSession.PageResponse response =
        browser.get(
            URI.create(
                server.path("authorization_endpoint").asText()
                    + "?"
                    + LoginBrowserSession.encode(parameters)));
    for (int step = 0; step < STEPS; step++) {
      if (response.header("Location").startsWith(REDIRECT)) {
        return fromRedirect(response.location(), state);
      }
      response =
          response.status() / 100 == 3
              ? browser.get(sameServer(response.location(), issuer))
              : submit(response);
    }
    throw new LoginFailure("The login does not end after " + STEPS + " steps");
  }

  private static URI sameServer(URI next, URI issuer) throws LoginFailure {
    if (!issuer.getRawAuthority().equals(next.getRawAuthority())) {
      throw new LoginFailure(
          "The login page is at "
              + next.getRawAuthority()
              + ", which is not the fake identity provider: log in there with a browser");
    }
    return next;
  }

  private LoginBrowserSession.PageResponse submit(LoginBrowserSession.PageResponse page)
      throws LoginFailure {
    Optional<LoginPageForm> form = LoginPageForm.of(page.body());
    if (page.status() != 200 || form.isEmpty()) {
      throw new LoginFailure(
          page.address().getPath() + " returned " + page.status() + " without a form");
    }
    Map<String, String> fields = new LinkedHashMap<>(form.get().hidden());
    if (form.get().action().endsWith("/authorize/consent")) {
      fields.put("decision", "approve");
    } else if (form.get().action().endsWith("/fakeupstreamauth/authorize")) {
      if (!form.get().users().contains(user)) {
        throw new LoginFailure(
            "--user is '" + user + "'; it must be one of " + String.join(", ", form.get().users()));
      }
      fields.put("user", user);
      fields.put("decision", "login");
    } else {
      throw new LoginFailure(
          "The page at " + page.address().getPath() + " is not that of the fake identity provider");
    }
    return browser.form(page.address().resolve(form.get().action()), fields);
  }

  private static String fromRedirect(URI redirect, String state) throws LoginFailure {
    Map<String, String> response = new LinkedHashMap<>();
    for (String pair : redirect.getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      response.put(parts[0], java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    if (!response.containsKey("code") || !state.equals(response.get("state"))) {
      throw new LoginFailure(
          "The authorization was refused: "
              + response.getOrDefault("error", "no code")
              + " "
              + response.getOrDefault("error_description", ""));
    }
    return response.get("code");
  }

  private String exchange(
      JsonNode server, String client, String code, String verifier, String resource)
      throws LoginFailure {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("client_id", client);
    form.put("redirect_uri", REDIRECT);
    form.put("code_verifier", verifier);
    form.put("resource", resource);
    LoginBrowserSession.PageResponse response =
        browser.form(URI.create(server.path("token_endpoint").asText()), form);
    String token = required(response, "access_token", "The token request");
    checkGranted(response.json());
    return token;
  }

  /** Without the member, the scope is the requested one (RFC 6749, 5.1). */
  private void checkGranted(JsonNode tokens) throws LoginFailure {
    Set<String> missing = scopes(scope);
    missing.removeAll(scopes(tokens.path("scope").asText(scope)));
    if (!missing.isEmpty()) {
      throw new LoginFailure(
          "--scope is '"
              + scope
              + "'; the authorization server granted '"
              + tokens.path("scope").asText()
              + "', without "
              + String.join(" ", missing));
    }
  }

  private static Set<String> scopes(String list) {
    return new LinkedHashSet<>(List.of(list.strip().split("\\s+", -1)));
  }

  private String random() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return URL.encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      return URL.encodeToString(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
