package io.everythingmcp.server.transport.http;

import io.everythingmcp.api.CallerIdentity;
import jakarta.servlet.http.HttpServletRequest;

/** Where authentication leaves the caller of a request, for the servlets behind it. */
public final class CallerSource {
  private static final String ATTRIBUTE = CallerIdentity.class.getName();
  private static final CallerIdentity ANONYMOUS = CallerIdentity.anonymous("none");

  private CallerSource() {}

  /** The path of a request within the application, decoded, so that it has one spelling. */
  public static String path(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }

  /** Sets the caller of a request. */
  public static void put(HttpServletRequest request, CallerIdentity caller) {
    request.setAttribute(ATTRIBUTE, caller);
  }

  /** Returns the caller of a request; anonymous if there is no authentication filter. */
  public static CallerIdentity of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof CallerIdentity caller ? caller : ANONYMOUS;
  }
}
