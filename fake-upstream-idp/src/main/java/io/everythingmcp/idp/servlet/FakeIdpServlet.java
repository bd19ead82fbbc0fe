package io.everythingmcp.idp.servlet;

import io.everythingmcp.idp.FakeIdp;
import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.http.IdpResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * A provider as a servlet, to be mapped to the path of its issuer: {@code /fakeupstreamauth/*}. An
 * application that maps something of its own below that path, exactly, gets those requests.
 */
public final class FakeIdpServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient FakeIdp idp;

  public FakeIdpServlet(FakeIdp idp) {
    this.idp = idp;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(IdpRequest.LONGEST_BODY + 1);
    if (body.length > IdpRequest.LONGEST_BODY) {
      response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    write(
        idp.handle(
            IdpRequest.of(
                request.getMethod(),
                request.getPathInfo() == null ? "" : request.getPathInfo(),
                request.getQueryString(),
                headers(request),
                new String(body, StandardCharsets.UTF_8))),
        request,
        response);
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      String separator = name.equalsIgnoreCase("Cookie") ? "; " : ", ";
      headers.put(name, String.join(separator, Collections.list(request.getHeaders(name))));
    }
    return headers;
  }

  private static void write(
      IdpResponse answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Thread.sleep(answer.delay().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }
}
