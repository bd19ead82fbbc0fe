package io.everythingmcp.server.command.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** HTTP session of one browser user, with cookies and without automatic redirects. */
final class LoginBrowserSession {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Map<String, String> cookies = new LinkedHashMap<>();

  /**
   * A response.
   *
   * @param address its URL
   */
  record PageResponse(URI address, HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** Returns the target of a redirect. */
    URI location() {
      return address.resolve(header("Location"));
    }

    JsonNode json() {
      try {
        return JSON.readTree(body());
      } catch (JsonProcessingException e) {
        return MissingNode.getInstance();
      }
    }
  }

  static boolean isLoopback(URI uri) {
    return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
  }

  PageResponse get(URI address) throws LoginFailure {
    return send(HttpRequest.newBuilder(address).header("Accept", "text/html, application/json"));
  }

  PageResponse json(URI address, Object document) throws LoginFailure {
    try {
      return send(
          HttpRequest.newBuilder(address)
              .header("Content-Type", "application/json")
              .header("Accept", "application/json, text/event-stream")
              .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(document))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  PageResponse form(URI address, Map<String, String> fields) throws LoginFailure {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", address.getScheme() + "://" + address.getRawAuthority())
            .POST(HttpRequest.BodyPublishers.ofString(encode(fields))));
  }

  static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private PageResponse send(HttpRequest.Builder request) throws LoginFailure {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpRequest built = request.timeout(TIMEOUT).build();
    if (!isLoopback(built.uri())) {
      throw new LoginFailure(
          "The login redirects to "
              + built.uri().getHost()
              + ", which is not a loopback host; this command supports only the fake identity"
              + " provider of a local server");
    }
    try {
      HttpResponse<String> response = client.send(built, HttpResponse.BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return new PageResponse(built.uri(), response);
    } catch (IOException e) {
      throw new LoginFailure(
          "No server responds at "
              + built.uri().getScheme()
              + "://"
              + built.uri().getRawAuthority()
              + "; start it, or set --url");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoginFailure("The login was interrupted");
    }
  }

  private void keep(String header) {
    List<String> parts = List.of(header.split(";", -1));
    String[] pair = parts.get(0).split("=", 2);
    if (pair.length == 2) {
      cookies.put(pair[0].strip(), pair[1].strip());
    }
  }
}
