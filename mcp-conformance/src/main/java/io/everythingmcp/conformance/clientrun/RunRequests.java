package io.everythingmcp.conformance.clientrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.everythingmcp.conformance.server.ServerUnreachableException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/** Requests to the HTTP API of the client check. */
final class RunRequests {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ManagementAccess access;

  RunRequests(ManagementAccess access) {
    this.access = access;
  }

  String get(String path) {
    return expect(200, send(request(path).GET()));
  }

  JsonNode json(String path) {
    return parse(get(path));
  }

  HttpResponse<String> post(String path, Map<String, String> body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(text(body))));
  }

  HttpResponse<String> post(String path, Path lines) throws FileNotFoundException {
    return send(
        request(path)
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofFile(lines)));
  }

  void delete(String path) {
    expect(204, send(request(path).DELETE()));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(access.server().resolve(path));
    access.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request;
  }

  JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "The client check returned invalid JSON: " + access.redacted(text), e);
    }
  }

  /** Returns the body; any other status is an error, with the body in its message. */
  String expect(int status, HttpResponse<String> response) {
    if (response.statusCode() != status) {
      throw new IllegalStateException(
          "%s %s: expected status %d, received %d: %s"
              .formatted(
                  response.request().method(),
                  response.uri(),
                  status,
                  response.statusCode(),
                  access.redacted(response.body())));
    }
    return response.body();
  }

  private static String text(Map<String, String> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new ServerUnreachableException(
          request.uri() + " (client check) does not respond: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + request.uri(), e);
    }
  }
}
