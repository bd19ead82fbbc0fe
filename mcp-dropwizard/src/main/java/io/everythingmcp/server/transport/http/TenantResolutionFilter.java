package io.everythingmcp.server.transport.http;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.transport.http.CredentialCheck.Standing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the tenant a request is for, and notes it as its caller's. On {@code /t/{tenant}/mcp} the
 * path names the tenant and the credential must belong to it: anything else does not exist, 404. On
 * {@code /mcp} the credential names the tenant; what names none goes on to the server for
 * everybody. Where tenants have static tokens, a token that leads nowhere is refused, also where
 * nobody must authenticate: who sends one does not mean everybody's server.
 */
public final class TenantResolutionFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("/t/([a-z0-9-]{1,63})/mcp");

  private final transient Directory directory;
  private final boolean everybody;
  private final transient CredentialGuessLimiter guesses;

  /**
   * The filter.
   *
   * @param everybody whether there is a server for everybody
   * @param guesses limits wrong credentials
   */
  public TenantResolutionFilter(
      Directory directory, boolean everybody, CredentialGuessLimiter guesses) {
    this.directory = directory;
    this.everybody = everybody;
    this.guesses = guesses;
  }

  /** Who gets which server. */
  public interface Directory {
    /** The caller that a static token or API key stands for; their tenant is set. */
    Optional<CallerIdentity> byToken(String secret);

    /** Whether any static token leads anywhere. */
    boolean hasTokens();

    /** The tenant of a caller; empty for the server for everybody. */
    Optional<String> tenant(HttpServletRequest request, CallerIdentity caller);

    /**
     * Whether a caller who was let in would still be led to the same server.
     *
     * @param known the caller, as authentication knew them
     * @param placed the same one, with the tenant to which they were led
     */
    boolean belongs(HttpServletRequest request, CallerIdentity known, CallerIdentity placed);

    /** Whether a tenant serves those who bring no credential. */
    boolean open(String tenant);

    /** Serves a request for a tenant; false when there is no such tenant. */
    boolean serve(String tenant, HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  /**
   * The caller whom a tenant knows by what a request brings, where that counts: HTTP+SSE is for the
   * server for everybody only.
   */
  public static Optional<CallerIdentity> known(Directory directory, HttpServletRequest request) {
    return ofTenants(CallerSource.path(request))
        ? Optional.ofNullable(SentToken.of(request).secret()).flatMap(directory::byToken)
        : Optional.empty();
  }

  /** The tenant that the path of a request names, whether there is one or not. */
  public static Optional<String> named(HttpServletRequest request) {
    Matcher matcher = PATH.matcher(CallerSource.path(request));
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static boolean ofTenants(String path) {
    return path.equals("/mcp") || path.startsWith("/t/");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = CallerSource.path(request);
    SentToken sent = SentToken.of(request);
    CallerIdentity caller = placed(request, path);
    if (caller.subject().isEmpty() && directory.hasTokens() && sent.twice()) {
      SentToken.refuseBoth(request, response);
    } else if (path.startsWith("/t/")) {
      byPath(caller, sent, request, response, chain);
    } else if (caller.tenant().isPresent()) {
      goOn(caller, request, response, chain);
    } else if (everybody && !leadsNowhere(caller, sent)) {
      goOn(caller, request, response, chain);
    } else if (caller.subject().isPresent() || (!everybody && !path.equals("/mcp"))) {
      TenantDispatchFilter.missing(request, response);
    } else if (!sent.token() || !guesses.counted(request, response)) {
      sent.refuse(request, response);
    }
  }

  private boolean leadsNowhere(CallerIdentity caller, SentToken sent) {
    return caller.subject().isEmpty()
        && !caller.isUnauthenticated()
        && sent.token()
        && directory.hasTokens();
  }

  /** The caller, with the tenant that they belong to. */
  private CallerIdentity placed(HttpServletRequest request, String path) {
    CallerIdentity caller = CallerSource.of(request);
    if (caller.subject().isEmpty()) {
      // Where nobody must authenticate nobody has looked for static tokens yet.
      caller = known(directory, request).orElse(caller);
    }
    Optional<String> tenant =
        ofTenants(path) ? directory.tenant(request, caller) : Optional.empty();
    return tenant.equals(caller.tenant()) ? caller : caller.withTenant(tenant);
  }

  private void byPath(
      CallerIdentity caller,
      SentToken sent,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    Optional<String> named = named(request);
    String tenant = named.orElse("");
    if (caller.tenant().filter(tenant::equals).isPresent()) {
      goOn(caller, request, response, chain);
    } else if (!sent.any() && directory.open(tenant)) {
      goOn(CallerIdentity.anonymousInTenant(tenant), request, response, chain);
    } else if (!sent.any() && named.isPresent()) {
      sent.refuse(request, response);
    } else if (caller.subject().isPresent()
        || !sent.token()
        || !guesses.counted(request, response)) {
      TenantDispatchFilter.missing(request, response);
    }
  }

  private void goOn(
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
          () -> directory.belongs(request, asKnown, caller) ? Standing.GOOD : Standing.ENDED);
    }
    chain.doFilter(request, response);
  }
}
