package com.acme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** User who authorizes a client, with a browser that stores cookies regardless of the scheme. */
final class AcmeUser {
  static final String CALLBACK = "https://client.example/callback";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern HIDDEN =
      Pattern.compile("type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
  private static final String VERIFIER = "a-verifier-that-is-as-long-as-it-must-be-12";

  private final String baseUri;
  private final String local;
  private final Map<String, String> cookies = new TreeMap<>();
  private String page = "";

  /**
   * Creates a user.
   *
   * @param baseUri the base URI of the server
   * @param local its address
   */
  AcmeUser(String baseUri, String local) {
    this.baseUri = baseUri;
    this.local = local;
  }

  /** Returns the consent page. */
  String page() {
    return page;
  }

  /** Returns the tokens for these scopes, or the error. */
  JsonNode consent(String user, String scope) throws Exception {
    return consent(user, scope, Map.of());
  }

  /** Returns the tokens for these scopes and this resource, or the error. */
  JsonNode consentFor(String user, String scope, String resource) throws Exception {
    return consent(user, scope, Map.of("resource", resource));
  }

  private JsonNode consent(String user, String scope, Map<String, String> more) throws Exception {
    String id = register();
    Map<String, String> asks = new LinkedHashMap<>();
    asks.put("response_type", "code");
    asks.put("client_id", id);
    asks.put("redirect_uri", CALLBACK);
    asks.put("scope", scope);
    asks.put("code_challenge", challenge());
    asks.put("code_challenge_method", "S256");
    asks.putAll(more);
    HttpResponse<String> consent = get("/authorize?" + form(asks));
    page = consent.body();
    HttpResponse<String> away =
        post("/authorize/consent", with(hidden(page), "decision", "approve"));
    HttpResponse<String> login = get(location(away));
    Map<String, String> choice = with(hidden(login.body()), "decision", "login");
    choice.put("user", user);
    HttpResponse<String> back = get(location(post("/fakeupstreamauth/authorize", choice)));
    Map<String, String> answer = query(URI.create(location(back)));
    if (answer.containsKey("error")) {
      return MAPPER.valueToTree(answer);
    }
    Map<String, String> grant = new LinkedHashMap<>();
    grant.put("grant_type", "authorization_code");
    grant.put("code", answer.get("code"));
    grant.put("client_id", id);
    grant.put("code_verifier", VERIFIER);
    grant.putAll(more);
    return MAPPER.readTree(post("/token", grant).body());
  }

  private static String challenge() throws Exception {
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  private String register() throws Exception {
    String metadata =
        "{\"redirect_uris\":[\"" + CALLBACK + "\"],\"token_endpoint_auth_method\":\"none\"}";
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(URI.create(local + "/register"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(metadata)));
    return MAPPER.readTree(response.body()).path("client_id").asText();
  }

  HttpResponse<String> get(String address) throws Exception {
    return send(HttpRequest.newBuilder(here(address)));
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    return send(
        HttpRequest.newBuilder(here(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
  }

  private URI here(String address) {
    return URI.create(
        address.startsWith("/") ? local + address : address.replaceFirst("^" + baseUri, local));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    String sent =
        cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    if (!sent.isEmpty()) {
      request.header("Cookie", sent);
    }
    HttpResponse<String> response =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    for (String cookie : response.headers().allValues("Set-Cookie")) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      cookies.put(pair[0], pair[1]);
    }
    return response;
  }

  private static String location(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body()));
  }

  private static Map<String, String> hidden(String html) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher input = HIDDEN.matcher(html);
    while (input.find()) {
      fields.put(
          input.group(1),
          input.group(2).replace("&#x3D;", "=").replace("&amp;", "&").replace("&#39;", "'"));
    }
    return fields;
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    fields.put(name, value);
    return fields;
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : uri.getRawQuery().split("&", -1)) {
      String[] both = pair.split("=", 2);
      query.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
    }
    return query;
  }
}
