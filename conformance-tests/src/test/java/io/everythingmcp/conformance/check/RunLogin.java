package io.everythingmcp.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Client that logs in to a run as the specification requires, and the browser of its user. */
final class RunLogin {
  private static final String CALLBACK = "http://127.0.0.1:49152/callback";
  private static final Pattern INPUT =
      Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

  private final RawClient http;
  private final CheckedRun run;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final String verifier = "verifier-of-the-scripted-client-0123456789-abcdef";
  private JsonNode server;
  private String client;
  private String issuer = "";
  private String refreshToken = "";

  RunLogin(RawClient http, CheckedRun run) {
    this.http = http;
    this.run = run;
  }

  String verifier() {
    return verifier;
  }

  /** Returns {@code iss} of the last authorization response; empty if there was none. */
  String issuer() {
    return issuer;
  }

  /** Logs in; returns the access token. */
  String login() {
    String code = authorize();
    RawResponse answer =
        form(
            path(server.path("token_endpoint").asText()),
            Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", CALLBACK,
                "client_id", client,
                "code_verifier", verifier,
                "resource", run.mcpUrl().toString()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return accepted(answer);
  }

  private String accepted(RawResponse answer) {
    refreshToken = answer.json().path("refresh_token").asText();
    return answer.json().path("access_token").asText();
  }

  /** Sends a refresh request; returns the response. */
  RawResponse refresh() {
    return form(
        path(server.path("token_endpoint").asText()),
        Map.of(
            "grant_type",
            "refresh_token",
            "refresh_token",
            refreshToken,
            "client_id",
            client,
            "resource",
            run.mcpUrl().toString()));
  }

  /** Refreshes the tokens; returns the access token. */
  String refreshed() {
    RawResponse answer = refresh();
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return accepted(answer);
  }

  /** Runs the flow up to the authorization response; returns the code. */
  String authorize() {
    RawResponse answer = consentPage(Map.of());
    for (int i = 0; i < 10; i++) {
      if (answer.status() / 100 == 3) {
        String location = answer.header("Location");
        if (location.startsWith(CALLBACK)) {
          Map<String, String> response = query(location);
          issuer = response.getOrDefault("iss", "");
          return response.get("code");
        }
        answer = browse(http.request("GET", path(location)));
      } else {
        answer = submit(answer);
      }
    }
    throw new AssertionError("the login does not end: " + answer.text());
  }

  /**
   * Runs the flow up to the first page of the authorization server.
   *
   * @param changes parameters instead of those of a conforming client
   */
  RawResponse consentPage(Map<String, String> changes) {
    discover();
    register();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", client);
    parameters.put("redirect_uri", CALLBACK);
    parameters.put("code_challenge", challenge());
    parameters.put("code_challenge_method", "S256");
    parameters.put("state", "state-of-the-scripted-client-0123456789");
    parameters.put("scope", "mcp:read mcp:write");
    parameters.put("resource", run.mcpUrl().toString());
    parameters.putAll(changes);
    String at = path(server.path("authorization_endpoint").asText()) + "?" + encode(parameters);
    return browse(http.request("GET", at));
  }

  private RawResponse submit(RawResponse page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher input = INPUT.matcher(page.text());
    while (input.find()) {
      fields.put(input.group(1), input.group(2).replace("&amp;", "&"));
    }
    Matcher action = Pattern.compile("action=\"([^\"]+)\"").matcher(page.text());
    assertThat(action.find()).as(page.text()).isTrue();
    boolean consent = action.group(1).contains("consent");
    fields.put("decision", consent ? "approve" : "login");
    if (!consent) {
      fields.put("user", "alice");
    }
    return form(path(action.group(1).replace("&amp;", "&")), fields);
  }

  private void discover() {
    JsonNode resource = http.get("/.well-known/oauth-protected-resource" + run.mcp()).send().json();
    assertThat(resource.path("resource").asText()).isEqualTo(run.mcpUrl().toString());
    String name = path(resource.path("authorization_servers").path(0).asText());
    server = http.get("/.well-known/oauth-authorization-server" + name).send().json();
  }

  private void register() {
    RawResponse answer =
        http.post(
                path(server.path("registration_endpoint").asText()),
                CheckedRun.json(
                    Map.of(
                        "redirect_uris", List.of(CALLBACK),
                        "client_name", "scripted",
                        "application_type", "native",
                        "token_endpoint_auth_method", "none",
                        "grant_types", List.of("authorization_code", "refresh_token"))))
            .send();
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    client = answer.json().path("client_id").asText();
  }

  private RawResponse form(String path, Map<String, String> fields) {
    return browse(
        http.request("POST", path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body(encode(fields).getBytes(StandardCharsets.UTF_8)));
  }

  private RawResponse browse(RawRequest request) {
    RawRequest with =
        cookies.isEmpty()
            ? request
            : request.header(
                "Cookie",
                cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
    RawResponse answer = with.send();
    for (String cookie : answer.headers("Set-Cookie")) {
      String pair = cookie.split(";", 2)[0];
      cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return answer;
  }

  private static String path(String url) {
    URI uri = URI.create(url);
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static Map<String, String> query(String url) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String pair : URI.create(url).getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        all.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return all;
  }

  private static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private String challenge() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
