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
 * Validation of an authorization request after the redirect URI has been validated.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1">RFC 6749, section 4.1.1</a>
 */
final class AuthorizationRequestRules {
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SpecificationReference RULE = SpecificationReference.rfc(6749, "4.1.1");

  /** Maximum length of the encoded state, which is returned in a response header. */
  private static final int LONGEST_STATE = 4_000;

  private final ResourceIndicators resources;
  private final ScopeRule scopes;

  AuthorizationRequestRules(ResourceIndicators resources, ScopeRule scopes) {
    this.resources = resources;
    this.scopes = scopes;
  }

  /** Returns the state of a request if it can be returned; otherwise empty. */
  static String returnableState(OAuthParameters parameters) {
    List<String> states = parameters.list("state");
    return states.size() == 1 && encoded(states.get(0)) <= LONGEST_STATE ? states.get(0) : "";
  }

  private static int encoded(String state) {
    return URLEncoder.encode(state, StandardCharsets.UTF_8).length();
  }

  /**
   * Validates a request.
   *
   * @param redirectUri the validated redirect URI
   */
  ValidatedAuthorizationRequest check(
      OAuthClient client, String redirectUri, OAuthParameters parameters) throws OAuthException {
    if (parameters.get("request").isPresent()) {
      throw new OAuthException(
          OAuth2Error.REQUEST_NOT_SUPPORTED,
          "Requests as JWT are not supported",
          SpecificationReference.rfc(9101, "6.3"));
    }
    responseType(parameters);
    challenge(parameters);
    List<String> prompts = Arrays.asList(parameters.get("prompt").orElse("").split(" ", -1));
    if (prompts.contains("none")) {
      throw new OAuthException(
          new ErrorObject("login_required"),
          "prompt=none is not supported: user interaction is required",
          new SpecificationReference(
              URI.create("https://openid.net/specs/openid-connect-core-1_0.html#AuthError"),
              "3.1.2.6"));
    }
    if (!client.grants().contains("authorization_code")) {
      throw new OAuthException(
          OAuth2Error.UNAUTHORIZED_CLIENT,
          "The client is not registered for the grant type authorization_code",
          RULE);
    }
    String state = parameters.get("state").orElse("");
    if (encoded(state) > LONGEST_STATE) {
      throw OAuthException.invalidRequest(
          "state is longer than " + LONGEST_STATE + " characters", RULE);
    }
    return new ValidatedAuthorizationRequest(
        client.id(),
        redirectUri,
        state,
        parameters.require("code_challenge"),
        scopes.requested(parameters.get("scope").orElse(""), client.scopes()),
        resources.requested(parameters.list("resource")),
        client.open() && RedirectUris.isLocal(URI.create(redirectUri)),
        prompts.contains("consent"));
  }

  private static void responseType(OAuthParameters parameters) throws OAuthException {
    if (!parameters.require("response_type").equals("code")) {
      throw new OAuthException(
          OAuth2Error.UNSUPPORTED_RESPONSE_TYPE,
          "response_type must be code",
          SpecificationReference.oauth21("4.1.1"));
    }
    if (!parameters.get("response_mode").orElse("query").equals("query")) {
      throw OAuthException.invalidRequest("response_mode must be query", RULE);
    }
  }

  private static void challenge(OAuthParameters parameters) throws OAuthException {
    String challenge = parameters.get("code_challenge").orElse("");
    if (challenge.isEmpty()) {
      throw OAuthException.invalidRequest(
          "code_challenge is missing: PKCE is required", SpecificationReference.oauth21("4.1.1"));
    }
    if (!parameters.get("code_challenge_method").orElse("plain").equals("S256")) {
      throw OAuthException.invalidRequest(
          "code_challenge_method must be S256", SpecificationReference.rfc(7636, "4.4.1"));
    }
    if (!CHALLENGE.matcher(challenge).matches()) {
      throw OAuthException.invalidRequest(
          "code_challenge is not a SHA-256 in base64url", SpecificationReference.rfc(7636, "4.2"));
    }
  }
}
