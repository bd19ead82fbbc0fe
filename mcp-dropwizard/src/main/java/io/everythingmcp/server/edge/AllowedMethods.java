package io.everythingmcp.server.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Responds to unsupported methods and to OPTIONS.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.1">RFC 9110, section 10.2.1</a>
 */
public final class AllowedMethods {
  private AllowedMethods() {}

  /**
   * Returns whether a response was sent for a method that the resource does not support.
   *
   * @param methods methods of the resource; HEAD is supported with GET, and OPTIONS always
   */
  public static boolean handled(
      HttpServletRequest request, HttpServletResponse response, Set<String> methods)
      throws IOException {
    if (methods.contains(request.getMethod())) {
      return false;
    }
    Set<String> all = new TreeSet<>(methods);
    all.add("OPTIONS");
    if (all.contains("GET")) {
      all.add("HEAD");
    }
    String method = request.getMethod();
    if (method.equals("OPTIONS")) {
      response.setHeader("Allow", String.join(", ", all));
      RequestBody.drop(
          request, response, () -> response.setStatus(HttpServletResponse.SC_NO_CONTENT));
      return true;
    }
    if (all.contains(method)) {
      return false;
    }
    response.setHeader("Allow", String.join(", ", all));
    RequestBody.drop(
        request, response, () -> response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED));
    return true;
  }
}
