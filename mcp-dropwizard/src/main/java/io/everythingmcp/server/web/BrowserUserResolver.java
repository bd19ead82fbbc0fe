package io.everythingmcp.server.web;

import io.everythingmcp.server.transport.http.CallerSource;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/**
 * Who sits in front of the browser that asks for a page. A browser has no bearer token: where
 * people log in here, whoever knows of their login says who they are.
 */
@FunctionalInterface
public interface BrowserUserResolver {
  /** Who authenticated the very request: nobody, unless something in front of the pages did. */
  BrowserUserResolver OF_REQUEST = request -> CallerSource.of(request).ownerKey();

  /**
   * What the visitor's things are bound to, as {@code CallerIdentity.ownerKey()} has it; empty if
   * unknown.
   */
  String owner(HttpServletRequest request);

  /**
   * Where somebody unknown can say who they are, and come back to the page they wanted.
   *
   * @return nothing where people do not log in
   */
  default Optional<URI> login(HttpServletRequest request) {
    return Optional.empty();
  }
}
