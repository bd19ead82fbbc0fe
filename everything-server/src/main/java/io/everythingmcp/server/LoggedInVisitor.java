package io.everythingmcp.server;

import io.everythingmcp.server.auth.server.AuthorizationServer;
import io.everythingmcp.server.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.Optional;

/** Knows visitors by their login at the authorization server. */
final class LoggedInVisitor implements Visitor {
  private final AuthorizationServer server;
  private final String root;

  /**
   * Visitors.
   *
   * @param root the path that all paths of this server begin with
   */
  LoggedInVisitor(AuthorizationServer server, String root) {
    this.server = server;
    this.root = root;
  }

  @Override
  public String owner(HttpServletRequest request) {
    return server.visitor(Collections.list(request.getHeaders("Cookie")));
  }

  @Override
  public Optional<URI> login(HttpServletRequest request) {
    return Optional.of(URI.create(root + "/login?page=" + request.getRequestURI()));
  }
}
