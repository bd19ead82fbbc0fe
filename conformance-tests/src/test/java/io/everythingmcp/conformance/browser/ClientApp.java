package io.everythingmcp.conformance.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Registered client that starts authorization requests. */
final class ClientApp {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final RawClient server;
  private final URI issuer;
  private final String id;
  private final URI callback;

  private ClientApp(RawClient server, URI issuer, String id, URI callback) {
    this.server = server;
    this.issuer = issuer;
    this.id = id;
    this.callback = callback;
  }

  /** Registers a client. */
  static ClientApp register(RawClient server, URI issuer, String name, URI callback) {
    ObjectNode metadata = JsonTrees.object("{'token_endpoint_auth_method':'none'}");
    metadata.put("client_name", name);
    metadata.putArray("redirect_uris").add(callback.toString());
    RawResponse response = server.post("/register", metadata).send();
    if (response.status() != 201) {
      throw new AssertionError("Registration failed: " + response);
    }
    String id = response.json().path("client_id").asText();
    return new ClientApp(server, issuer, id, callback);
  }

  /** One authorization request, with its state and PKCE verifier. */
  final class Attempt {
    private final String state = secret();
    private final String verifier = secret();

    /** Returns the parameters of the request. */
    Map<String, String> parameters() {
      Map<String, String> parameters = new LinkedHashMap<>();
      parameters.put("response_type", "code");
      parameters.put("client_id", id);
      parameters.put("redirect_uri", callback.toString());
      parameters.put("scope", "mcp:read mcp:write");
      parameters.put("state", state);
      parameters.put("code_challenge", challenge(verifier));
      parameters.put("code_challenge_method", "S256");
      parameters.put("resource", issuer + "/mcp");
      return parameters;
    }

    /** Returns the URL of the authorization request. */
    URI address() {
      return URI.create(issuer + "/authorize?" + form(parameters()));
    }

    /**
     * Returns the parameters of the authorization response after checking {@code state} and {@code
     * iss}.
     */
    Map<String, String> response(String address) {
      Map<String, String> answer = query(URI.create(address));
      if (!address.startsWith(callback + "?")
          || !state.equals(answer.get("state"))
          || !issuer.toString().equals(answer.get("iss"))) {
        throw new AssertionError(
            "This is not the response to the authorization request: " + address);
      }
      return answer;
    }

    /** Redeems the code of the authorization response for a token. */
    String token(String address) {
      Map<String, String> grant = new LinkedHashMap<>();
      grant.put("grant_type", "authorization_code");
      grant.put("code", response(address).get("code"));
      grant.put("redirect_uri", callback.toString());
      grant.put("client_id", id);
      grant.put("code_verifier", verifier);
      grant.put("resource", issuer + "/mcp");
      RawResponse response =
          server
              .request("POST", "/token")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .body(form(grant).getBytes(StandardCharsets.UTF_8))
              .send();
      if (response.status() != 200) {
        throw new AssertionError("No token: " + response);
      }
      return response.json().path("access_token").asText();
    }

    /** Redeems the code and returns the user that the server reports for the token. */
    String redeemForUser(String address) {
      String meta =
          "'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
              + "'io.modelcontextprotocol/clientInfo':{'name':'app','version':'1'},"
              + "'io.modelcontextprotocol/clientCapabilities':{}}";
      JsonNode reply =
          server
              .post(
                  "/mcp",
                  JsonRpcMessages.request(
                      1, "tools/call", "{'name':'whoAmI','arguments':{}," + meta + "}"))
              .header("MCP-Protocol-Version", "2026-07-28")
              .header("Mcp-Method", "tools/call")
              .header("Mcp-Name", "whoAmI")
              .header("Authorization", "Bearer " + token(address))
              .send()
              .reply();
      return reply.at("/result/structuredContent/subject").asText(reply.toString());
    }
  }

  /** Starts an authorization request. */
  Attempt attempt() {
    return new Attempt();
  }

  private static String secret() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  /** Encodes parameters as a form. */
  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
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
