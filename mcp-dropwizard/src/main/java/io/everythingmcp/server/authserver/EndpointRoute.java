package io.everythingmcp.server.authserver;

import io.everythingmcp.server.authserver.endpoint.OAuthEndpointServlet;
import java.util.List;

/**
 * Route of an endpoint.
 *
 * @param name name of its servlet
 * @param paths its paths
 * @param open whether pages of other origins may call it: endpoints for programs, not for users
 * @param servlet the servlet
 */
public record EndpointRoute(
    String name, List<String> paths, boolean open, OAuthEndpointServlet servlet) {}
