package io.everythingmcp.server.transport.http;

import io.everythingmcp.api.CallerIdentity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Restricts the scopes of callers to those of an endpoint. */
public final class ScopeRestrictionFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient Set<String> count;

  public ScopeRestrictionFilter(Set<String> count) {
    this.count = Set.copyOf(count);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    CallerIdentity caller = CallerSource.of(request);
    CallerSource.put(request, caller.restrictedTo(count));
    chain.doFilter(request, response);
  }
}
