package io.everythingmcp.server.security.http;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.limit.OutboundCalls;
import io.everythingmcp.server.security.audit.AuthenticationLog;
import io.everythingmcp.server.transport.http.CallerSource;
import io.everythingmcp.server.transport.http.CredentialCheck;
import io.everythingmcp.server.transport.http.CredentialCheck.Standing;
import io.everythingmcp.server.transport.http.CredentialGuessLimiter;
import io.everythingmcp.server.wire.EndpointPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Authenticates every request, regardless of its method: a session id is not authentication. Runs
 * after the checks of host and origin and after preflights, and before the body is read. Requests
 * without a message (GET, DELETE) require {@code mcp:read} here; the scopes of messages are checked
 * after parsing, by the {@code ScopeAuthorizer}.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization">Authorization</a>
 */
public final class AuthenticationFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient Optional<TokenVerifier> bearer;
  private final transient Optional<TokenVerifier> apiKeys;
  private final transient Function<HttpServletRequest, Optional<CallerIdentity>> authenticated;
  private final transient EndpointPath endpoint;
  private final transient AuthErrorResponder refusals;
  private final transient CredentialGuessLimiter guesses;
  private final transient OutboundCalls calls;
  private final boolean anonymousAllowed;

  /**
   * Creates the filter.
   *
   * @param bearer verifier of tokens, if accepted
   * @param apiKeys verifier of API keys, if accepted
   * @param authenticated callers authenticated otherwise, without a credential of these kinds
   * @param endpoint path of the main endpoint
   * @param refusals renders errors
   * @param limits limits per address
   * @param anonymousAllowed whether unauthenticated clients may initialize
   */
  public AuthenticationFilter(
      Optional<TokenVerifier> bearer,
      Optional<TokenVerifier> apiKeys,
      Function<HttpServletRequest, Optional<CallerIdentity>> authenticated,
      EndpointPath endpoint,
      AuthErrorResponder refusals,
      Limits limits,
      boolean anonymousAllowed) {
    this.bearer = bearer;
    this.apiKeys = apiKeys;
    this.authenticated = authenticated;
    this.endpoint = endpoint;
    this.refusals = refusals;
    this.guesses = limits.guesses();
    this.calls = limits.calls();
    this.anonymousAllowed = anonymousAllowed;
  }

  /**
   * Limits per address.
   *
   * @param guesses limits wrong credentials
   * @param calls limits threads that wait for an authorization server
   */
  public record Limits(CredentialGuessLimiter guesses, OutboundCalls calls) {}

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.addHeader("Vary", "Authorization");
    response.setHeader("Cache-Control", "no-store");
    RequestCredentials sent =
        RequestCredentials.of(request, bearer.isPresent(), apiKeys.isPresent());
    if (sent instanceof RequestCredentials.Malformed malformed) {
      AuthenticationLog.refused(malformed.why(), request.getServletPath(), request.getRemoteAddr());
      refusals.malformed(request, response, malformed.why());
      return;
    }
    if (sent instanceof RequestCredentials.ApiKey && guesses.refused(request, response)) {
      refusals.observed("rate_limited");
      return;
    }
    Optional<CallerIdentity> caller = authenticated.apply(request);
    if (caller.isPresent()) {
      refusals.observed("accepted");
      CallerSource.put(request, caller.get());
      chain.doFilter(request, response);
    } else if (sent instanceof RequestCredentials.None none) {
      unauthenticated(request, response, chain, none.hint());
    } else {
      decide(request, response, chain, sent);
    }
  }

  /** Returns whether a rejected credential may have been guessed: signed tokens cannot. */
  private static boolean isGuessable(RequestCredentials sent) {
    return sent instanceof RequestCredentials.ApiKey
        || (sent instanceof RequestCredentials.Bearer bearer && bearer.token().indexOf('.') < 0);
  }

  private VerificationResult verify(RequestCredentials sent) {
    return sent instanceof RequestCredentials.ApiKey key
        ? apiKeys.orElseThrow().verify(key.key())
        : bearer.orElseThrow().verify(((RequestCredentials.Bearer) sent).token());
  }

  private void unauthenticated(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, String hint)
      throws IOException, ServletException {
    Optional<VerificationResult.Unavailable> away =
        apiKeys.isPresent() ? Optional.empty() : bearer.flatMap(TokenVerifier::unavailability);
    if (anonymousAllowed
        && request.getMethod().equals("POST")
        && endpoint.includes(request.getServletPath())) {
      refusals.observed("anonymous");
      CallerSource.put(request, CallerIdentity.unauthenticated());
      chain.doFilter(request, response);
    } else if (away.isPresent()) {
      refusals.unavailable(request, response, away.get());
    } else {
      AuthenticationLog.missing(request.getServletPath(), request.getRemoteAddr());
      refusals.missing(request, response, hint);
    }
  }

  private void decide(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      RequestCredentials sent)
      throws IOException, ServletException {
    VerificationResult verdict = calls.because(request.getRemoteAddr(), () -> verify(sent));
    boolean wrong = verdict instanceof VerificationResult.Rejected && isGuessable(sent);
    if (wrong && guesses.counted(request, response)) {
      refusals.observed("rate_limited");
      return;
    }
    if (verdict instanceof VerificationResult.Rejected refused) {
      AuthenticationLog.refused(
          refused.description(), request.getServletPath(), request.getRemoteAddr());
      refusals.wrong(request, response, refused.description());
    } else if (verdict instanceof VerificationResult.Unavailable unavailable) {
      AuthenticationLog.unavailable(unavailable.hint(), request.getServletPath());
      refusals.unavailable(request, response, unavailable);
    } else {
      CallerIdentity caller = ((VerificationResult.Accepted) verdict).caller();
      // The scope of a message is checked when it has been parsed; a stream requires this one.
      if (isForOtherTenant(request, caller)) {
        AuthenticationLog.refused(
            "for another resource", request.getServletPath(), request.getRemoteAddr());
        refusals.wrong(request, response, "The access token is for another resource");
      } else if (!request.getMethod().equals("POST")
          && !OAuthScopes.includes(caller.scopes(), OAuthScopes.READ)) {
        AuthenticationLog.insufficientScope(
            caller.clientId().orElse(""),
            caller.subject().orElse(""),
            OAuthScopes.READ,
            request.getServletPath());
        refusals.insufficient(request, response);
      } else {
        refusals.observed("accepted");
        AuthenticationLog.accepted(
            caller.method(),
            caller.clientId().orElse(""),
            caller.subject().orElse(""),
            request.getServletPath());
        CallerSource.put(request, caller);
        if (sent instanceof RequestCredentials.Bearer token) {
          CredentialCheck.add(
              request, () -> standing(caller, bearer.orElseThrow().again(token.token())));
        }
        chain.doFilter(request, response);
      }
    }
  }

  /** A token for the address of a tenant is for that address alone. */
  private boolean isForOtherTenant(HttpServletRequest request, CallerIdentity caller) {
    return !caller.onlyAt().isEmpty()
        && endpoint.tenant(CallerSource.path(request)).filter(caller.onlyAt()::contains).isEmpty();
  }

  /** A credential that now identifies another caller ends the stream. */
  private static Standing standing(CallerIdentity was, VerificationResult now) {
    if (now instanceof VerificationResult.Unavailable) {
      return Standing.UNKNOWN;
    }
    return now instanceof VerificationResult.Accepted accepted
            && accepted.caller().ownerKey().equals(was.ownerKey())
        ? Standing.GOOD
        : Standing.ENDED;
  }
}
