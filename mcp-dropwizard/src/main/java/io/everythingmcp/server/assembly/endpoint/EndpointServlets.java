package io.everythingmcp.server.assembly.endpoint;

import io.dropwizard.core.setup.Environment;
import jakarta.servlet.Servlet;

/** Registration of the servlets of MCP endpoints. */
public final class EndpointServlets {
  private EndpointServlets() {}

  /** Adds a servlet that is created at startup and supports asynchronous processing. */
  public static void add(Environment environment, String name, Servlet servlet, String path) {
    var registration = environment.servlets().addServlet(name, servlet);
    registration.setAsyncSupported(true);
    registration.setLoadOnStartup(1);
    registration.addMapping(path);
  }
}
