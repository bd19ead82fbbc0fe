package io.everythingmcp.openapi.request;

import io.everythingmcp.api.RequestContext;
import io.everythingmcp.openapi.request.ParameterBinding.Location;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything about the request of one operation but the arguments. Immutable.
 *
 * @param method HTTP method
 * @param baseUrl URL of the service without a slash at its end
 * @param path path of the operation with variables
 * @param parameters the parameters
 * @param body the request body
 * @param accept value of the header Accept
 * @param credentials what authenticates this server
 */
public record RequestTemplate(
    String method,
    URI baseUrl,
    String path,
    List<ParameterBinding> parameters,
    Optional<BodyBinding> body,
    String accept,
    Credentials credentials) {
  private static final String USER_AGENT = "mcp-openapi";

  /**
   * What authenticates this server.
   *
   * @param schemes by the security schemes of the document
   * @param headers additional headers
   */
  public record Credentials(
      List<ServiceCredential> schemes, Function<RequestContext, Map<String, String>> headers) {}

  /**
   * Creates the request of a call.
   *
   * @throws InvalidArgumentValueException if an argument cannot be sent
   * @throws MissingCredentialException if there is no credential
   */
  public ServiceRequest request(RequestContext call) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<String> query = new ArrayList<>();
    List<String> cookies = new ArrayList<>();
    String address = path;
    for (ParameterBinding parameter : parameters) {
      Object value = call.arguments().get(parameter.argument());
      if (parameter.location() == Location.PATH) {
        String text = PathParameterWriter.write(parameter, value);
        address = address.replace("{" + parameter.name() + "}", text);
      } else if (value != null) {
        switch (parameter.location()) {
          case HEADER ->
              headers.put(parameter.name(), HeaderParameterWriter.header(parameter, value));
          case COOKIE -> cookies.add(HeaderParameterWriter.cookie(parameter, value));
          default -> query.addAll(QueryParameterWriter.write(parameter, value));
        }
      }
    }
    headers.put("Accept", accept);
    headers.put("User-Agent", USER_AGENT);
    Optional<byte[]> content = content(call, headers);
    // Last: no argument replaces a credential.
    authenticate(call, headers, query, cookies);
    addCookies(headers, cookies);
    String question = query.isEmpty() ? "" : "?" + String.join("&", query);
    return new ServiceRequest(method, URI.create(baseUrl + address + question), headers, content);
  }

  /** Cookies of the credentials come first, and replace arguments with the same name. */
  private static void addCookies(Map<String, String> headers, List<String> cookies) {
    String own = headers.getOrDefault("Cookie", "");
    for (String cookie : own.split(";", -1)) {
      String start = cookie.split("=", 2)[0].strip() + "=";
      cookies.removeIf(argument -> argument.startsWith(start));
    }
    if (!own.isBlank()) {
      cookies.add(0, own.strip());
    }
    if (!cookies.isEmpty()) {
      headers.put("Cookie", String.join("; ", cookies));
    }
  }

  private Optional<byte[]> content(RequestContext call, Map<String, String> headers) {
    if (body.isEmpty() || !call.arguments().containsKey(body.get().argument())) {
      return Optional.empty();
    }
    headers.put("Content-Type", body.get().mediaType());
    return Optional.of(body.get().write(call.arguments().get(body.get().argument())));
  }

  private void authenticate(
      RequestContext call, Map<String, String> headers, List<String> query, List<String> cookies) {
    for (ServiceCredential credential : credentials.schemes()) {
      String text = credential.text(call);
      switch (credential.location()) {
        case QUERY -> {
          String start = PercentEncoding.of(credential.name()) + "=";
          query.removeIf(pair -> pair.startsWith(start));
          query.add(start + PercentEncoding.of(text));
        }
        case COOKIE -> {
          cookies.removeIf(cookie -> cookie.startsWith(credential.name() + "="));
          cookies.add(credential.name() + "=" + text);
        }
        default -> headers.put(credential.name(), text);
      }
    }
    headers.putAll(credentials.headers().apply(call));
  }
}
