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

/**
 * Writes refusals: for programs as JSON, for a person with a browser as a page if there are any.
 */
public final class RequestBodies {
  private static final String PAGE = RefusalPage.class.getName();

  private RequestBodies() {}

  /** A page in place of a refusal. */
  @FunctionalInterface
  public interface RefusalPage {
    /**
     * The page.
     *
     * @param path the address within this server that was asked for
     */
    byte[] html(String path);
  }

  /** Shows a page to people from now on. */
  public static void install(ServletContext context, RefusalPage page) {
    context.setAttribute(PAGE, page);
  }

  /**
   * Whether a browser asks on behalf of a person: only browsers ask for HTML by name, and clients
   * name what they want to read.
   */
  static boolean forPerson(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")) {
      return false;
    }
    String accepted = String.join(",", Collections.list(request.getHeaders("Accept")));
    String lower = accepted.toLowerCase(Locale.ROOT);
    return lower.contains("text/html")
        && !lower.contains(MediaTypes.EVENTS)
        && !lower.contains(MediaTypes.JSON);
  }

  /** Refuses a request for what its headers say, before the body is read. */
  static void turnAway(
      HttpServletRequest request, HttpServletResponse response, int status, RpcError error)
      throws IOException {
    turnAway(request, response, status, RpcMessage.error(null, error));
  }

  /** The same with a body of another kind. */
  static void turnAway(
      HttpServletRequest request, HttpServletResponse response, int status, JsonNode json)
      throws IOException {
    RequestBody.drop(request, response, () -> write(request, response, status, json));
  }

  /** Refuses a request whose body did not come. */
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

  /** Answers with a refusal. */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, int status, JsonNode json)
      throws IOException {
    response.setStatus(status);
    if (forPerson(request)
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
