package io.everythingmcp.server.authserver.endpoint;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.edge.AllowedMethods;
import io.everythingmcp.server.edge.BodyOutcome;
import io.everythingmcp.server.edge.BodyReadingServlet;
import io.everythingmcp.server.edge.RequestBody;
import io.everythingmcp.server.store.StoreUnavailableException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries messages between a client and an endpoint. */
public final class OAuthEndpointServlet extends HttpServlet implements BodyReadingServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(OAuthEndpointServlet.class);
  private static final int LONGEST = 64 * 1024;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNSUPPORTED = 415;

  private final transient OAuthEndpoint endpoint;
  private final transient URI address;
  private final transient Set<String> methods;
  private final transient CallLimit limit;
  private final transient Function<ErrorObject, HTTPResponse> refused;

  /**
   * Creates a servlet for one endpoint.
   *
   * @param address public URL of the endpoint, independent of the request
   * @param methods allowed HTTP methods
   * @param limit rate limit per address
   * @param refused renders errors
   */
  public OAuthEndpointServlet(
      OAuthEndpoint endpoint,
      URI address,
      Set<String> methods,
      CallLimit limit,
      Function<ErrorObject, HTTPResponse> refused) {
    this.endpoint = endpoint;
    this.address = address;
    this.methods = Set.copyOf(methods);
    this.limit = limit;
    this.refused = refused;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (AllowedMethods.handled(request, response, methods)) {
      return;
    }
    String client = request.getRemoteAddr();
    Optional<Duration> wait = limit.before(client);
    if (wait.isPresent()) {
      refuse(request, response, tooMany(wait.get()));
      return;
    }
    if (request.getHeader("Content-Encoding") != null) {
      refuse(request, response, encoded(response));
      return;
    }
    RequestBody.read(
        request,
        response,
        LONGEST,
        (again, body) -> write(limited(client, respond(again, body)), again, response));
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, HTTPResponse refusal)
      throws IOException {
    RequestBody.drop(request, response, () -> write(refusal, request, response));
  }

  private HTTPResponse encoded(HttpServletResponse response) {
    response.setHeader("Accept-Encoding", "identity");
    return refused.apply(
        OAuth2Error.INVALID_REQUEST
            .setHTTPStatusCode(UNSUPPORTED)
            .setDescription("Content-Encoding must be absent"));
  }

  private HTTPResponse tooMany(Duration wait) {
    return later(TOO_MANY_REQUESTS, "Rate limit exceeded", wait.toSeconds() + 1);
  }

  private HTTPResponse limited(String client, HTTPResponse result) {
    return limit.after(client, result.getStatusCode()).map(this::tooMany).orElse(result);
  }

  private HTTPResponse respond(HttpServletRequest request, BodyOutcome body) {
    if (body instanceof BodyOutcome.Incomplete incomplete) {
      return refused.apply(
          OAuth2Error.INVALID_REQUEST
              .setHTTPStatusCode(incomplete.status())
              .setDescription(incomplete.reason()));
    }
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    byte[] bytes = ((BodyOutcome.Whole) body).bytes();
    try {
      return soon(endpoint.handle(message(method, request, bytes)));
    } catch (OAuthException refusal) {
      return soon(refused.apply(refusal.error()));
    } catch (StoreUnavailableException e) {
      return later(
          HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The shared store cannot be reached", 1);
    } catch (RuntimeException e) {
      LOG.error("{} failed", address, withoutMessage(e));
      return refused.apply(
          OAuth2Error.SERVER_ERROR
              .setHTTPStatusCode(HTTPResponse.SC_SERVER_ERROR)
              .setDescription("Internal server error"));
    }
  }

  /** The message of an exception may contain client data, such as a token. */
  private static Throwable withoutMessage(Throwable e) {
    Throwable safe = new IllegalStateException(e.getClass().getName());
    safe.setStackTrace(e.getStackTrace());
    return safe;
  }

  /** Adds Retry-After to a rejection for lack of capacity. */
  private static HTTPResponse soon(HTTPResponse refusal) {
    int status = refusal.getStatusCode();
    boolean again =
        status == TOO_MANY_REQUESTS || status == HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    if (again && refusal.getHeaderValue("Retry-After") == null) {
      refusal.setHeader("Retry-After", "1");
    }
    return refusal;
  }

  private HTTPResponse later(int status, String description, long seconds) {
    HTTPResponse response =
        refused.apply(new ErrorObject("temporarily_unavailable", description, status));
    response.setHeader("Retry-After", Long.toString(seconds));
    return response;
  }

  private HTTPRequest message(String method, HttpServletRequest request, byte[] body) {
    HTTPRequest message = new HTTPRequest(HTTPRequest.Method.valueOf(method), address);
    for (String name : Collections.list(request.getHeaderNames())) {
      message.setHeader(name, Collections.list(request.getHeaders(name)).toArray(String[]::new));
    }
    message.appendQueryString(request.getQueryString());
    message.setBody(body.length == 0 ? null : new String(body, StandardCharsets.UTF_8));
    message.setClientIPAddress(request.getRemoteAddr());
    return message;
  }

  private static void write(
      HTTPResponse result, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(result.getStatusCode());
    result
        .getHeaderMap()
        .forEach(
            (name, values) -> {
              for (int i = 0; i < values.size(); i++) {
                add(response, name, values.get(i), i == 0);
              }
            });
    byte[] body = Optional.ofNullable(result.getBody()).orElse("").getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  private static void add(HttpServletResponse response, String name, String value, boolean first) {
    if (first && !List.of("Set-Cookie").contains(name)) {
      response.setHeader(name, value);
    } else {
      response.addHeader(name, value);
    }
  }
}
