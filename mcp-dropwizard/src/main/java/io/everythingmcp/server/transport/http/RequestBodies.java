package io.everythingmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.edge.BodyOutcome;
import io.everythingmcp.server.edge.RequestBody;
import io.everythingmcp.server.edge.SecurityHeadersFilter;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;

/** Renders rejections: as JSON for programs, as a page for browsers if available. */
public final class RequestBodies {
  private static final String PAGE = RefusalPage.class.getName();

  private RequestBodies() {}

  /** A page in place of a refusal. */
  @FunctionalInterface
  public interface RefusalPage {
    /**
     * Renders the page.
     *
     * @param path requested path within this server
     */
    byte[] html(String path);
  }

  /** Installs a page for browsers. */
  public static void install(ServletContext context, RefusalPage page) {
    context.setAttribute(PAGE, page);
  }

  /** Returns whether the client is a browser: only browsers request HTML explicitly. */
  static boolean prefersHtml(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")) {
      return false;
    }
    String accepted = String.join(",", Collections.list(request.getHeaders("Accept")));
    String lower = accepted.toLowerCase(Locale.ROOT);
    return lower.contains("text/html")
        && !lower.contains(MediaTypes.EVENTS)
        && !lower.contains(MediaTypes.JSON);
  }

  /** Rejects a request for its headers, before the body is read. */
  static void rejectBeforeBody(
      HttpServletRequest request, HttpServletResponse response, int status, RpcError error)
      throws IOException {
    rejectBeforeBody(request, response, status, RpcMessage.error(null, error));
  }

  /** Rejects a request with another kind of body. */
  static void rejectBeforeBody(
      HttpServletRequest request, HttpServletResponse response, int status, JsonNode json)
      throws IOException {
    RequestBody.drop(request, response, () -> write(request, response, status, json));
  }

  /** Rejects a request whose body was not received. */
  static void refuse(
      HttpServletRequest request, HttpServletResponse response, BodyOutcome.Incomplete body)
      throws IOException {
    RpcError error =
        body.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE
            ? RpcError.unavailable(body.reason())
            : RpcError.invalidRequest(body.reason());
    refuse(request, response, body.status(), error);
  }

  /** Refuses a request, with a JSON-RPC error that has no id. */
  static void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, RpcError error)
      throws IOException {
    write(request, response, status, RpcMessage.error(null, error));
  }

  /** Sends an error response. */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, int status, JsonNode json)
      throws IOException {
    response.setStatus(status);
    if (prefersHtml(request)
        && request.getServletContext().getAttribute(PAGE) instanceof RefusalPage page) {
      SecurityHeadersFilter.forPage(response);
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("Vary", "Accept");
      send(response, "text/html;charset=utf-8", page.html(CallerSource.path(request)));
    } else {
      send(response, MediaTypes.JSON, WireJson.bytes(json));
    }
  }

  private static void send(HttpServletResponse response, String type, byte[] body)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
