package io.everythingmcp.server.edge;

import io.everythingmcp.server.limit.ClientNetwork;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Protects the admin port, which has no authentication, from web pages: a browser on the same
 * machine can reach it, by a form or by DNS rebinding. Allowed are requests to an IP address, to
 * loopback names and to configured names; from pages only its own.
 */
public final class LocalOnlyFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String LOCALHOST = "localhost";

  private final transient Set<String> names;

  /**
   * A filter.
   *
   * @param hosts further names that are served, separated by commas
   */
  public LocalOnlyFilter(String hosts) {
    names =
        Arrays.stream(hosts.split(","))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String host = request.getHeader("Host");
    String origin = request.getHeader("Origin");
    if (host == null || !served(host.toLowerCase(Locale.ROOT))) {
      refuse(
          request,
          response,
          "Host '"
              + Objects.requireNonNullElse(host, "")
              + "' is not allowed; allowed are localhost, IP addresses and the names in"
              + " ADMIN_ALLOWED_HOSTS (edge.adminHosts)");
    } else if (origin != null && !origin.equalsIgnoreCase(request.getScheme() + "://" + host)) {
      refuse(request, response, "Origin is not allowed; it must be that of the admin port");
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean served(String host) {
    String name = host.replaceFirst(":\\d*$", "");
    return name.equals(LOCALHOST)
        || ClientNetwork.parse(name) != null
        || names.contains(name)
        || names.contains(host);
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response, String why)
      throws IOException {
    byte[] body = ("{\"code\":403,\"message\":\"" + why + "\"}").getBytes(StandardCharsets.UTF_8);
    RequestBody.drop(
        request,
        response,
        () -> {
          response.setStatus(HttpServletResponse.SC_FORBIDDEN);
          response.setContentType("application/json");
          response.setContentLength(body.length);
          response.getOutputStream().write(body);
        });
  }
}
