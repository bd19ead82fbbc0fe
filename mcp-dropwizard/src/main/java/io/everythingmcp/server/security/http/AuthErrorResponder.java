package io.everythingmcp.server.security.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.edge.BodyOutcome;
import io.everythingmcp.server.edge.RequestBody;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.OperationObservers;
import io.everythingmcp.server.protocol.ScopeAuthorizer;
import io.everythingmcp.server.security.audit.AuthenticationLog;
import io.everythingmcp.server.transport.http.CallerSource;
import io.everythingmcp.server.transport.http.RequestBodies;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Renders 401, 403 and 503 responses of authentication and authorization in one place for the
 * filter and the protocol.
 */
public final class AuthErrorResponder implements ScopeAuthorizer.AuthorizationFailureHandler {
  private static final String INVALID_TOKEN = "invalid_token";
  private static final String RETRY_AFTER = "5";

  /** Number of bytes that are read to find the request id of a rejected message. */
  private static final int MAX_BODY = 64 * 1_024;

  private static final String AUTHENTICATION_REQUIRED =
      "Authentication required. Without a token only initialize, notifications/initialized, ping"
          + " and server/discover are allowed.";

  private final AuthenticationChallenge challenge;
  private final String endpoint;
  private final OperationObservers observers;

  /**
   * Refusals.
   *
   * @param endpoint the path of Streamable HTTP
   * @param observers are notified of each outcome
   */
  public AuthErrorResponder(
      AuthenticationChallenge challenge, String endpoint, OperationObservers observers) {
    this.challenge = challenge;
    this.endpoint = endpoint;
    this.observers = observers;
  }

  /** Notifies the observers of an outcome. */
  void observed(String outcome) {
    observers.authenticated("request", outcome);
  }

  void missing(HttpServletRequest request, HttpServletResponse response, String hint)
      throws IOException {
    observed("missing_credential");
    response.setHeader(AuthenticationChallenge.HEADER, challenge.missing(at(request)));
    refuse(request, response, 401, AuthenticationChallenge.body(INVALID_TOKEN, hint));
  }

  void wrong(HttpServletRequest request, HttpServletResponse response, String why)
      throws IOException {
    observed(INVALID_TOKEN);
    response.setHeader(
        AuthenticationChallenge.HEADER, challenge.wrong(at(request), INVALID_TOKEN, why));
    refuse(request, response, 401, AuthenticationChallenge.body(INVALID_TOKEN, why));
  }

  void malformed(HttpServletRequest request, HttpServletResponse response, String why)
      throws IOException {
    observed("invalid_request");
    response.setHeader(
        AuthenticationChallenge.HEADER, challenge.wrong(at(request), "invalid_request", why));
    refuse(request, response, 400, AuthenticationChallenge.body("invalid_request", why));
  }

  void insufficient(HttpServletRequest request, HttpServletResponse response) throws IOException {
    ScopeAuthorizer.AuthorizationFailure refusal = forbidden(at(request), OAuthScopes.READ, null);
    refusal.headers().forEach(response::setHeader);
    refuse(request, response, refusal.status(), refusal.body());
  }

  void unavailable(
      HttpServletRequest request, HttpServletResponse response, VerificationResult.Unavailable away)
      throws IOException, ServletException {
    observed("unavailable");
    RpcError error =
        RpcError.unavailable(
            "Authentication is temporarily unavailable; the credential could not be verified. Retry"
                + " later.",
            away.authServerUrl().isEmpty()
                ? Map.of("hint", away.hint())
                : Map.of("authServerUrl", away.authServerUrl(), "hint", away.hint()));
    response.setHeader("Retry-After", RETRY_AFTER);
    boolean sends = request.getMethod().equals("POST") && request.getHeader("Expect") == null;
    if (!sends || request.getContentLengthLong() > MAX_BODY) {
      RequestBody.drop(
          request,
          response,
          () -> RequestBodies.write(request, response, 503, RpcMessage.error(null, error)));
      return;
    }
    RequestBody.read(
        request,
        response,
        MAX_BODY,
        (again, body) ->
            RequestBodies.write(again, response, 503, RpcMessage.error(id(body), error)));
  }

  private static JsonNode id(BodyOutcome body) {
    return body instanceof BodyOutcome.Whole whole
            && RpcMessage.parse(whole.bytes()) instanceof RpcMessage.Request message
        ? message.id()
        : null;
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, JsonNode json)
      throws IOException {
    RequestBody.drop(request, response, () -> RequestBodies.write(request, response, status, json));
  }

  @Override
  public ScopeAuthorizer.AuthorizationFailure unauthorized(IncomingMessage in) {
    observed("missing_credential");
    return new ScopeAuthorizer.AuthorizationFailure(
        401,
        Map.of(AuthenticationChallenge.HEADER, challenge.missing(at(in))),
        AuthenticationChallenge.body(INVALID_TOKEN, AUTHENTICATION_REQUIRED));
  }

  @Override
  public ScopeAuthorizer.AuthorizationFailure forbidden(IncomingMessage in, Set<String> scopes) {
    JsonNode id = in.message() instanceof RpcMessage.Request request ? request.id() : null;
    String needed = String.join(" ", scopes);
    AuthenticationLog.insufficientScope(
        in.caller().clientId().orElse(""), in.caller().subject().orElse(""), needed, at(in).path());
    return forbidden(at(in), needed, id);
  }

  private ScopeAuthorizer.AuthorizationFailure forbidden(
      AuthenticationChallenge.At at, String scope, JsonNode id) {
    observed("insufficient_scope");
    String why = "Insufficient scope; required: " + scope;
    return new ScopeAuthorizer.AuthorizationFailure(
        403,
        Map.of(AuthenticationChallenge.HEADER, challenge.insufficient(at, scope, why)),
        RpcMessage.error(id, RpcError.insufficientScope(why, scope)));
  }

  private static AuthenticationChallenge.At at(HttpServletRequest request) {
    return new AuthenticationChallenge.At(request.getHeader("Host"), CallerSource.path(request));
  }

  private AuthenticationChallenge.At at(IncomingMessage in) {
    String path = in.headers().path();
    return new AuthenticationChallenge.At(
        in.headers().first("Host"), path.isEmpty() ? endpoint : path);
  }
}
