package io.everythingmcp.idp.flow;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCError;
import io.everythingmcp.idp.model.IdpClient;
import io.everythingmcp.idp.model.IdpSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads authorization requests. Client and redirect URI are validated first: without a registered
 * redirect URI there is no redirect.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#AuthRequestValidation">OpenID
 *     Connect Core, section 3.1.2.2</a>
 */
final class AuthorizationRequestParser {
  private static final Map<String, ErrorObject> NOT_SUPPORTED =
      Map.of(
          "request", OAuth2Error.REQUEST_NOT_SUPPORTED,
          "request_uri", OAuth2Error.REQUEST_URI_NOT_SUPPORTED,
          "registration", OIDCError.REGISTRATION_NOT_SUPPORTED);
  private static final Set<String> SUPPORTED =
      Stream.concat(
              AuthenticationRequest.getRegisteredParameterNames().stream(),
              NOT_SUPPORTED.keySet().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final IdpSettings settings;

  AuthorizationRequestParser(IdpSettings settings) {
    this.settings = settings;
  }

  ParsedAuthorizationRequest read(Map<String, List<String>> sent) {
    Map<String, List<String>> parameters = new TreeMap<>(sent);
    parameters.keySet().retainAll(SUPPORTED);
    Optional<IdpClient> client = single(parameters, "client_id").flatMap(settings::client);
    if (client.isEmpty()) {
      return new ParsedAuthorizationRequest.NotRedirectable(
          "Unknown application",
          "The application that redirected you is not registered: its client_id is missing or"
              + " unknown.");
    }
    Optional<String> redirectUri =
        single(parameters, "redirect_uri").filter(client.get().redirectUris()::contains);
    if (redirectUri.isEmpty()) {
      return new ParsedAuthorizationRequest.NotRedirectable(
          "Invalid redirect URI",
          "The redirect_uri of the request is missing, or is not one that this application"
              + " registered.");
    }
    URI back = URI.create(redirectUri.get());
    String state = single(parameters, "state").orElse("");
    return problem(client.get(), parameters)
        .<ParsedAuthorizationRequest>map(
            error -> new ParsedAuthorizationRequest.Wrongly(back, state, error))
        .orElseGet(() -> parse(client.get(), back, state, parameters));
  }

  private static Optional<String> single(Map<String, List<String>> parameters, String name) {
    return Optional.ofNullable(parameters.get(name))
        .filter(values -> values.size() == 1)
        .map(values -> values.get(0));
  }

  private static Optional<ErrorObject> problem(
      IdpClient client, Map<String, List<String>> parameters) {
    for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
      if (parameter.getValue().size() > 1) {
        return invalid("The parameter " + parameter.getKey() + " must not be repeated");
      }
      if (NOT_SUPPORTED.containsKey(parameter.getKey())) {
        return Optional.of(NOT_SUPPORTED.get(parameter.getKey()));
      }
    }
    if (!single(parameters, "response_type").orElse("code").equals("code")) {
      return Optional.of(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
    }
    if (!prompts(parameters).equals(Set.of("none")) && prompts(parameters).contains("none")) {
      return invalid("prompt=none must not be combined with other values");
    }
    return pkceProblem(client, parameters);
  }

  private static Set<String> prompts(Map<String, List<String>> parameters) {
    return Set.copyOf(List.of(single(parameters, "prompt").orElse("").split(" +")));
  }

  private static Optional<ErrorObject> pkceProblem(
      IdpClient client, Map<String, List<String>> parameters) {
    Optional<String> challenge = single(parameters, "code_challenge");
    if (challenge.isEmpty()) {
      return client.pkceRequired()
          ? invalid("The parameter code_challenge is missing")
          : Optional.empty();
    }
    if (!single(parameters, "code_challenge_method").orElse("plain").equals("S256")) {
      return invalid("The code_challenge_method must be S256");
    }
    return challenge.get().matches("[A-Za-z0-9_-]{43}")
        ? Optional.empty()
        : invalid("The code_challenge is not a SHA-256 in base64url");
  }

  private static Optional<ErrorObject> invalid(String why) {
    return Optional.of(OAuth2Error.INVALID_REQUEST.setDescription(why));
  }

  private static ParsedAuthorizationRequest parse(
      IdpClient client, URI back, String state, Map<String, List<String>> parameters) {
    // Nimbus does not recognise the prompt "login" where "I" in lower case is not "i".
    Map<String, List<String>> withoutPrompt = new TreeMap<>(parameters);
    withoutPrompt.remove("prompt");
    AuthenticationRequest request;
    try {
      request = AuthenticationRequest.parse(withoutPrompt);
    } catch (ParseException e) {
      ErrorObject error =
          e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject();
      return new ParsedAuthorizationRequest.Wrongly(back, state, error);
    }
    if (!request.impliedResponseMode().equals(ResponseMode.QUERY)) {
      return new ParsedAuthorizationRequest.Wrongly(
          back, state, invalid("The response_mode must be query").orElseThrow());
    }
    return new ParsedAuthorizationRequest.Properly(
        client, request, prompts(parameters).contains("none"), parameters);
  }

  /** Returns the PKCE challenge of a parsed request; empty if it has none. */
  static String challenge(AuthenticationRequest request) {
    return request.getCodeChallenge() != null
            && CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
        ? request.getCodeChallenge().getValue()
        : "";
  }
}
