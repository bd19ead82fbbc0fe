package io.everythingmcp.server.web;

import io.everythingmcp.server.transport.http.CallerSource;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/**
 * Resolver for the user of a browser. A browser has no bearer token: the component with the login
 * sessions provides this.
 */
@FunctionalInterface
public interface BrowserUserResolver {
  /** Returns the caller authenticated by the request itself. */
  BrowserUserResolver OF_REQUEST = request -> CallerSource.of(request).ownerKey();

  /**
   * Returns the owner key of the user of a browser, see {@code CallerIdentity.ownerKey()}; empty if
   * unknown.
   */
  String owner(HttpServletRequest request);

  /**
   * Returns the URL of the login for an unauthenticated user, which redirects back to the page.
   *
   * @return empty if there is no login
   */
  default Optional<URI> login(HttpServletRequest request) {
    return Optional.empty();
  }
}
