package io.everythingmcp.server.authserver.consent;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.client.RedirectUris;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import io.everythingmcp.server.authserver.endpoint.ResourceIndicators;
import io.everythingmcp.server.authserver.endpoint.ScopeRule;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Decides whether an authorization request can be put before a person, once it is known whom the
 * answer goes to.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1">RFC 6749, section 4.1.1</a>
 */
final class AuthorizationRequestRules {
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SpecificationReference RULE = SpecificationReference.rfc(6749, "4.1.1");

  /** What goes back with the answer, in the header of a response, as it is encoded there. */
  private static final int LONGEST_STATE = 4_000;

  private final ResourceIndicators resources;
  private final ScopeRule scopes;

  AuthorizationRequestRules(ResourceIndicators resources, ScopeRule scopes) {
    this.resources = resources;
    this.scopes = scopes;
  }

  /** The state of a request, where it can go back with an answer; empty otherwise. */
  static String answerable(OAuthParameters asked) {
    List<String> states = asked.list("state");
    return states.size() == 1 && encoded(states.get(0)) <= LONGEST_STATE ? states.get(0) : "";
  }

  private static int encoded(String state) {
    return URLEncoder.encode(state, StandardCharsets.UTF_8).length();
  }

  /**
   * What is asked.
   *
   * @param redirectUri where the answer goes, already decided
   */
  ValidatedAuthorizationRequest check(OAuthClient client, String redirectUri, OAuthParameters asked)
      throws OAuthException {
    if (asked.get("request").isPresent()) {
      throw new OAuthException(
          OAuth2Error.REQUEST_NOT_SUPPORTED,
          "Requests as JWT are not supported",
          SpecificationReference.rfc(9101, "6.3"));
    }
    responseType(asked);
    challenge(asked);
    List<String> prompts = Arrays.asList(asked.get("prompt").orElse("").split(" ", -1));
    if (prompts.contains("none")) {
      throw new OAuthException(
          new ErrorObject("login_required"),
          "Nobody can be let in here without being asked",
          new SpecificationReference(
              URI.create("https://openid.net/specs/openid-connect-core-1_0.html#AuthError"),
              "3.1.2.6"));
    }
    if (!client.grants().contains("authorization_code")) {
      throw new OAuthException(
          OAuth2Error.UNAUTHORIZED_CLIENT, "The client may not use codes", RULE);
    }
    String state = asked.get("state").orElse("");
    if (encoded(state) > LONGEST_STATE) {
      throw OAuthException.invalidRequest(
          "state is longer than " + LONGEST_STATE + " characters", RULE);
    }
    return new ValidatedAuthorizationRequest(
        client.id(),
        redirectUri,
        state,
        asked.require("code_challenge"),
        scopes.asked(asked.get("scope").orElse(""), client.scopes()),
        resources.asked(asked.list("resource")),
        client.open() && RedirectUris.isLocal(URI.create(redirectUri)),
        prompts.contains("consent"));
  }

  private static void responseType(OAuthParameters asked) throws OAuthException {
    if (!asked.require("response_type").equals("code")) {
      throw new OAuthException(
          OAuth2Error.UNSUPPORTED_RESPONSE_TYPE,
          "response_type is code, and nothing else",
          SpecificationReference.oauth21("4.1.1"));
    }
    if (!asked.get("response_mode").orElse("query").equals("query")) {
      throw OAuthException.invalidRequest("response_mode is query, and nothing else", RULE);
    }
  }

  private static void challenge(OAuthParameters asked) throws OAuthException {
    String challenge = asked.get("code_challenge").orElse("");
    if (challenge.isEmpty()) {
      throw OAuthException.invalidRequest(
          "code_challenge is missing: PKCE is required", SpecificationReference.oauth21("4.1.1"));
    }
    if (!asked.get("code_challenge_method").orElse("plain").equals("S256")) {
      throw OAuthException.invalidRequest(
          "code_challenge_method is S256, and nothing else",
          SpecificationReference.rfc(7636, "4.4.1"));
    }
    if (!CHALLENGE.matcher(challenge).matches()) {
      throw OAuthException.invalidRequest(
          "code_challenge is not a SHA-256 in base64url", SpecificationReference.rfc(7636, "4.2"));
    }
  }
}
