package io.everythingmcp.server.observation;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Root page of the admin port. The menu of Dropwizard has no entries for the metrics of Prometheus
 * and for tasks.
 */
public final class AdminMenuServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Admin</title></head>
      <body>
      <h1>Admin</h1>
      <ul>
      <li><a href="prometheus">Metrics for Prometheus</a></li>
      <li><a href="metrics?pretty=true">Metrics of Dropwizard</a></li>
      <li><a href="healthcheck?pretty=true">Health checks</a></li>
      <li><a href="ping">Ping</a></li>
      <li><a href="threads">Threads</a></li>
      </ul>
      <h2>Tasks</h2>
      <p>Tasks are run by POST.</p>
      <ul>
      <li><code>curl -X POST %1$s/tasks/gc</code>: runs the garbage collector</li>
      <li><code>curl -X POST '%1$s/tasks/log-level?logger=io.everythingmcp&amp;level=DEBUG'</code>:
      sets the level of a logger until the process ends</li>
      </ul>
      </body>
      </html>
      """;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/html;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    String address =
        request.getScheme()
            + "://"
            + request.getServerName()
            + ":"
            + request.getServerPort()
            + request.getContextPath();
    response.getWriter().write(PAGE.formatted(address));
  }
}
