package io.everythingmcp.server.auth.server;

import io.everythingmcp.server.auth.server.endpoint.EndpointServlet;
import java.util.List;

/**
 * Where an endpoint is.
 *
 * @param name of its servlet
 * @param paths all of them
 * @param open whether pages of other origins may call it: endpoints for programs, not for people
 * @param servlet carries its messages
 */
public record Route(String name, List<String> paths, boolean open, EndpointServlet servlet) {}
