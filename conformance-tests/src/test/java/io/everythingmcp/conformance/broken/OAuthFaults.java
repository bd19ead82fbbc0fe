package io.everythingmcp.conformance.broken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Faults of authorization. */
final class OAuthFaults {
  private static final String CHALLENGE =
      "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";

  /** Pre-registered client with a wrong secret. */
  private static final String WRONG_SECRET =
      "Basic "
          + Base64.getEncoder()
              .encodeToString(
                  "known-client:not-the-secret-of-the-known-client"
                      .getBytes(StandardCharsets.US_ASCII));

  private OAuthFaults() {}

  static void add(Map<String, ServerFault> all) {
    all.put(
        "oauth/metadata-found",
        FaultKinds.instead(intercepted -> intercepted.path.contains("/.well-known/"), 404, "{}"));
    all.put(
        "oauth/metadata-resource",
        plain(
            at("oauth-protected-resource"),
            document -> document.put("resource", "https://elsewhere.example/mcp")));
    all.put(
        "oauth/no-offline-access",
        plain(
            at("oauth-protected-resource"),
            document -> document.withArray("/scopes_supported").add("offline_access")));
    all.put(
        "oauth/challenge-scope",
        challenge(intercepted -> true, c -> c.replaceAll("scope=\"[^\"]*\"", "")));
    all.put(
        "oauth/invalid-token-challenge",
        challenge(
            intercepted -> intercepted.header("Authorization").equals("Bearer not-a-token"),
            c -> c.replaceAll("error=\"[^\"]*\"", "error=\"invalid_request\"")));
    all.put(
        "oauth/server-metadata",
        plain(
            at("oauth-authorization-server"),
            document -> document.put("issuer", document.path("issuer").asText() + "/")));
    all.put(
        "oauth/pkce-advertised",
        plain(
            at("oauth-authorization-server"),
            document -> document.remove("code_challenge_methods_supported")));
    flow(all);
    clients(all);
    tokens(all);
  }

  /** Clients that are identified without dynamic registration. */
  private static void clients(Map<String, ServerFault> all) {
    Predicate<InterceptedRequest> authorize =
        intercepted -> intercepted.path.startsWith("/authorize?");
    Predicate<InterceptedRequest> described =
        authorize.and(intercepted -> intercepted.path.contains("client.json"));
    all.put(
        "oauth/flow-by-preregistration",
        FaultKinds.instead(
            authorize.and(intercepted -> intercepted.path.contains("client_id=known-client")),
            400,
            "{}"));
    all.put(
        "oauth/secret-checked",
        FaultKinds.instead(
            at("/token")
                .and(intercepted -> intercepted.header("Authorization").equals(WRONG_SECRET)),
            200,
            "{'access_token':'for-every-client','token_type':'Bearer'}"));
    all.put("oauth/flow-by-document", FaultKinds.instead(described, 400, "{}"));
    all.put(
        "oauth/document-redirect",
        FaultKinds.head(
            described.and(intercepted -> intercepted.path.contains("not-in-the-document")),
            head -> {
              head.status = 302;
              head.set("Location", "http://127.0.0.1/not-in-the-document?error=invalid_request");
            }));
    all.put(
        "oauth/document-id",
        FaultKinds.request(
            described,
            intercepted -> intercepted.path = intercepted.path.replaceAll("%3Fanother", "")));
  }

  private static void flow(Map<String, ServerFault> all) {
    Predicate<InterceptedRequest> authorize =
        intercepted -> intercepted.path.startsWith("/authorize?");
    all.put(
        "oauth/flow-by-registration",
        FaultKinds.instead(
            intercepted -> intercepted.path.startsWith("/register"), 400, "{'error':'broken'}"));
    all.put("oauth/authorization-response-complete", returning("state=[^&]*", "state=another"));
    all.put(
        "oauth/token-not-cached",
        FaultKinds.head(at("/token"), head -> head.set("Cache-Control", "public, max-age=60")));
    all.put("oauth/code-single-use", repeating(a -> a.body.contains("authorization_code")));
    all.put("oauth/verifier-checked", issuingWithoutProof());
    all.put(
        "oauth/pkce-required",
        FaultKinds.request(
            authorize.and(intercepted -> !intercepted.path.contains("code_challenge=")),
            intercepted -> intercepted.path += CHALLENGE));
    all.put("oauth/redirect-exact", open(authorize));
    all.put("oauth/refresh-rotates", repeating(a -> a.body.contains("grant_type=refresh_token")));
    all.put(
        "oauth/unknown-resource-indicator",
        FaultKinds.request(
            authorize,
            intercepted ->
                intercepted.path = intercepted.path.replaceAll("&resource=[^&]*unknown[^&]*", "")));
  }

  private static void tokens(Map<String, ServerFault> all) {
    all.put(
        "oauth/token-not-in-query",
        FaultKinds.request(
            intercepted -> intercepted.path.contains("access_token="),
            intercepted ->
                intercepted.headers.put(
                    "Authorization", "Bearer " + intercepted.path.replaceFirst(".*=", ""))));
    all.put(
        "oauth/token-unsigned",
        FaultKinds.instead(
            intercepted -> intercepted.header("Authorization").endsWith("."),
            200,
            "{'jsonrpc':'2.0','id':'init','result':{'protocolVersion':'2025-11-25'}}"));
    all.put(
        "oauth/scope-enforced",
        FaultKinds.request(
            intercepted -> intercepted.path.startsWith("/authorize?"),
            intercepted -> intercepted.path = intercepted.path.replaceAll("&scope=[^&]*", "")));
    all.put(
        "oauth/step-up",
        challenge(intercepted -> true, c -> c.replace("insufficient_scope", "access_denied")));
  }

  private static Predicate<InterceptedRequest> at(String place) {
    return intercepted -> intercepted.path.contains(place);
  }

  /** Changes a JSON document that is not a JSON-RPC message. */
  private static ServerFault plain(
      Predicate<InterceptedRequest> when, Consumer<ObjectNode> change) {
    return FaultKinds.response(
        when,
        document -> {
          change.accept(document);
          return document;
        });
  }

  private static ServerFault challenge(
      Predicate<InterceptedRequest> when, UnaryOperator<String> change) {
    return FaultKinds.head(
        when,
        head -> {
          if (!head.get("WWW-Authenticate").isEmpty()) {
            head.set("WWW-Authenticate", change.apply(head.get("WWW-Authenticate")));
          }
        });
  }

  /** Replaces a text in the last redirect. */
  private static ServerFault returning(String what, String instead) {
    return FaultKinds.head(
        intercepted -> true,
        head -> {
          String location = head.get("Location");
          if (location.contains("code=") && location.contains("/callback")) {
            head.set("Location", location.replaceFirst(what, instead));
          }
        });
  }

  /** Repeats a response that must be issued only once. */
  private static ServerFault repeating(Predicate<InterceptedRequest> which) {
    Map<String, String> granted = new ConcurrentHashMap<>();
    return new ServerFault() {
      @Override
      public Canned instead(InterceptedRequest intercepted) {
        String known = granted.get(intercepted.body);
        return known == null ? null : new Canned(200, "application/json", known);
      }

      @Override
      public ObjectNode message(InterceptedRequest intercepted, ObjectNode message) {
        if (at("/token").and(which).test(intercepted) && message.has("access_token")) {
          granted.put(intercepted.body, message.toString());
        }
        return message;
      }
    };
  }

  /** Issues a token to each client that presents a code. */
  private static ServerFault issuingWithoutProof() {
    return FaultKinds.instead(
        at("/token").and(intercepted -> intercepted.body.contains("code_verifier=xxxx")),
        200,
        "{'access_token':'for-every-client','token_type':'Bearer'}");
  }

  /** Redirects without validating the address. */
  private static ServerFault open(Predicate<InterceptedRequest> authorize) {
    return FaultKinds.head(
        authorize.and(intercepted -> intercepted.path.contains("somewhere-else")),
        head -> {
          head.status = 302;
          head.set("Location", "http://127.0.0.1/somewhere-else?error=invalid_request");
        });
  }
}
