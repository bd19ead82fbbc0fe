package io.everythingmcp.server.authserver;

import io.everythingmcp.server.authserver.endpoint.OAuthEndpointServlet;
import java.util.List;

/**
 * Where an endpoint is.
 *
 * @param name of its servlet
 * @param paths all of them
 * @param open whether pages of other origins may call it: endpoints for programs, not for people
 * @param servlet carries its messages
 */
public record EndpointRoute(
    String name, List<String> paths, boolean open, OAuthEndpointServlet servlet) {}
