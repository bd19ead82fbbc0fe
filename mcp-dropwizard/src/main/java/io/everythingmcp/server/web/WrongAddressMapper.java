package io.everythingmcp.server.web;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.errors.ErrorMessage;
import io.everythingmcp.server.wire.TextTruncation;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletHandler;

/**
 * Error responses for unknown paths and unsupported methods: they name the endpoints, so that a
 * wrong address in a client configuration can be corrected. They are not JSON-RPC, because a
 * JSON-RPC 404 means that a session has ended.
 */
public final class WrongAddressMapper implements ExceptionMapper<ClientErrorException> {
  private static final int LONGEST = 200;

  private final String baseUri;
  private final List<String> endpoints;
  private final ServletHandler servlets;

  @Context private UriInfo uri;

  private WrongAddressMapper(String baseUri, List<String> endpoints, ServletHandler servlets) {
    this.baseUri = baseUri;
    this.endpoints = endpoints;
    this.servlets = servlets;
  }

  /**
   * Installs the mapper.
   *
   * @param baseUri base URI of the server
   * @param endpoints paths of the MCP endpoints
   */
  public static void install(Environment environment, String baseUri, List<String> endpoints) {
    ServletHandler servlets = environment.getApplicationContext().getServletHandler();
    environment.jersey().register(new WrongAddressMapper(baseUri, endpoints, servlets));
  }

  @Override
  public Response toResponse(ClientErrorException problem) {
    Response given = problem.getResponse();
    if (given.hasEntity()) {
      return given;
    }
    String detail = problem.getMessage();
    boolean noDetail = detail == null || detail.startsWith("HTTP ");
    boolean notFound = given.getStatus() == 404 || given.getStatus() == 405;
    ErrorMessage message =
        new ErrorMessage(
            given.getStatus(), noDetail && notFound ? hint(given.getStatus()) : detail);
    return Response.fromResponse(given)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(message)
        .build();
  }

  private String hint(int status) {
    String path = "/" + uri.getPath();
    String shown = TextTruncation.shortened(path.replaceFirst("^/+", "/"), LONGEST);
    String what =
        status == 404 ? "Page not found: " + shown + "." : "Method not allowed: " + shown + ".";
    return what + near(shown) + protocol();
  }

  /** Returns the most similar addresses. */
  private String near(String path) {
    String plain = plain(path);
    return Stream.of(servlets.getServletMappings())
        .flatMap(mapping -> Arrays.stream(mapping.getPathSpecs()))
        .filter(known -> !known.contains("*") && !endpoints.contains(known))
        .filter(known -> plain.equals(plain(known)) || plain.equals(plain(known) + "s"))
        .findFirst()
        .map(known -> " The correct address is " + baseUri + known + ".")
        .orElse("");
  }

  private String protocol() {
    return switch (endpoints.size()) {
      case 0 -> "";
      case 1 -> " The MCP endpoint is " + baseUri + endpoints.get(0) + ".";
      default ->
          " The MCP endpoints are "
              + String.join(", ", endpoints.stream().map(baseUri::concat).toList())
              + ".";
    };
  }

  private static String plain(String path) {
    return path.toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
  }
}
