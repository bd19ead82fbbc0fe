package io.everythingmcp.server.transport.http;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.transport.http.CredentialCheck.Standing;
import io.everythingmcp.server.wire.EndpointPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Resolves the tenant of a request and sets it in its caller. On {@code /t/{tenant}/mcp} the path
 * names the tenant and the credential must belong to it; otherwise 404. On {@code /mcp} the
 * credential determines the tenant; others use the default server. If tenants have static tokens,
 * an unknown token is rejected, even without required authentication, because its sender does not
 * intend to use the default server.
 */
public final class TenantResolutionFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** The outcome for a static token of a tenant, without required authentication. */
  public static final String ACCEPTED = "accepted";

  /** The outcome for a static token that is unknown. */
  public static final String INVALID_TOKEN = "invalid_token";

  /** The outcome for an address that sent too many unknown tokens. */
  public static final String RATE_LIMITED = "rate_limited";

  private final transient Directory directory;
  private final transient EndpointPath endpoint;
  private final boolean defaultServer;
  private final transient CredentialGuessLimiter guesses;
  private final transient OutcomeListener outcomes;

  /**
   * Creates the filter.
   *
   * @param endpoint path of the main endpoint
   * @param defaultServer whether there is a default server
   * @param guesses limits wrong credentials
   * @param outcomes is notified of accepted and rejected static tokens
   */
  public TenantResolutionFilter(
      Directory directory,
      EndpointPath endpoint,
      boolean defaultServer,
      CredentialGuessLimiter guesses,
      OutcomeListener outcomes) {
    this.outcomes = outcomes;
    this.directory = directory;
    this.endpoint = endpoint;
    this.defaultServer = defaultServer;
    this.guesses = guesses;
  }

  /** Listener for the outcomes of credentials that are verified here. */
  @FunctionalInterface
  public interface OutcomeListener {
    /**
     * Called before the request is processed further.
     *
     * @param caller the caller; unauthenticated unless the outcome is {@link #ACCEPTED}
     * @param outcome {@link #ACCEPTED}, {@link #INVALID_TOKEN}, {@link #RATE_LIMITED} or {@code
     *     missing_credential}
     */
    void observed(HttpServletRequest request, CallerIdentity caller, String outcome);
  }

  /** Directory of tenants. */
  public interface Directory {
    /** Returns the caller of a static token or API key, with their tenant. */
    Optional<CallerIdentity> byToken(String secret);

    /** Whether any static token leads anywhere. */
    boolean hasTokens();

    /** Returns the tenant of a caller; empty for the default server. */
    Optional<String> tenant(HttpServletRequest request, CallerIdentity caller);

    /**
     * Returns whether a caller still belongs to the same server.
     *
     * @param known the caller as authenticated
     * @param placed a copy of this caller with the resolved tenant
     */
    boolean isCurrent(HttpServletRequest request, CallerIdentity known, CallerIdentity placed);

    /** Returns whether a tenant allows requests without a credential. */
    boolean open(String tenant);

    /** Serves a request for a tenant; returns false if the tenant is unknown. */
    boolean serve(String tenant, HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  /**
   * Returns the caller identified by a tenant's static token, on endpoints that support it:
   * HTTP+SSE is available for the default server only.
   */
  public static Optional<CallerIdentity> known(
      Directory directory, EndpointPath endpoint, HttpServletRequest request) {
    return ofTenants(endpoint, CallerSource.path(request))
        ? Optional.ofNullable(SentToken.of(request).secret()).flatMap(directory::byToken)
        : Optional.empty();
  }

  private static boolean ofTenants(EndpointPath endpoint, String path) {
    return path.equals(endpoint.path()) || path.startsWith("/t/");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = CallerSource.path(request);
    SentToken sent = SentToken.of(request);
    CallerIdentity caller = resolveTenant(request, path);
    if (caller.subject().isEmpty() && directory.hasTokens() && sent.repeated()) {
      SentToken.refuseBoth(request, response);
    } else if (path.startsWith("/t/")) {
      byPath(caller, sent, request, response, chain);
    } else if (caller.tenant().isPresent()) {
      continueChain(caller, request, response, chain);
    } else if (defaultServer && !isUnknownTenantToken(caller, sent)) {
      continueChain(caller, request, response, chain);
    } else if (caller.subject().isPresent() || (!defaultServer && !path.equals(endpoint.path()))) {
      TenantDispatchFilter.missing(request, response);
    } else if (isWithinLimit(sent, request, response)) {
      refuse(sent, request, response);
    }
  }

  private boolean isUnknownTenantToken(CallerIdentity caller, SentToken sent) {
    return caller.subject().isEmpty()
        && !caller.isUnauthenticated()
        && sent.token()
        && directory.hasTokens();
  }

  /** The caller, with the tenant that they belong to. */
  private CallerIdentity resolveTenant(HttpServletRequest request, String path) {
    CallerIdentity caller = CallerSource.of(request);
    if (caller.subject().isEmpty()) {
      // Without required authentication the static tokens have not been checked yet.
      Optional<CallerIdentity> known = known(directory, endpoint, request);
      known.ifPresent(accepted -> outcomes.observed(request, accepted, ACCEPTED));
      caller = known.orElse(caller);
    }
    Optional<String> tenant =
        ofTenants(endpoint, path) ? directory.tenant(request, caller) : Optional.empty();
    return tenant.equals(caller.tenant()) ? caller : caller.withTenant(tenant);
  }

  private void byPath(
      CallerIdentity caller,
      SentToken sent,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    Optional<String> named = endpoint.tenant(CallerSource.path(request));
    String tenant = named.orElse("");
    if (caller.tenant().filter(tenant::equals).isPresent()) {
      continueChain(caller, request, response, chain);
    } else if (!sent.any() && directory.open(tenant)) {
      continueChain(CallerIdentity.anonymousInTenant(tenant), request, response, chain);
    } else if (!sent.any() && named.isPresent()) {
      refuse(sent, request, response);
    } else if (caller.subject().isPresent()) {
      TenantDispatchFilter.missing(request, response);
    } else if (isWithinLimit(sent, request, response)) {
      if (sent.any()) {
        outcomes.observed(request, CallerIdentity.unauthenticated(), INVALID_TOKEN);
      }
      TenantDispatchFilter.missing(request, response);
    }
  }

  /** Counts a token that may have been guessed; returns false if a response was sent. */
  private boolean isWithinLimit(
      SentToken sent, HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (sent.token() && guesses.counted(request, response)) {
      outcomes.observed(request, CallerIdentity.unauthenticated(), RATE_LIMITED);
      return false;
    }
    return true;
  }

  private void refuse(SentToken sent, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    outcomes.observed(
        request,
        CallerIdentity.unauthenticated(),
        sent.any() ? INVALID_TOKEN : "missing_credential");
    sent.refuse(request, response);
  }

  private void continueChain(
      CallerIdentity caller,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    CallerIdentity asKnown = CallerSource.of(request);
    CallerSource.put(request, caller);
    if (caller.tenant().isPresent() || caller.subject().isPresent()) {
      CredentialCheck.add(
          request,
          () -> directory.isCurrent(request, asKnown, caller) ? Standing.GOOD : Standing.ENDED);
    }
    chain.doFilter(request, response);
  }
}
