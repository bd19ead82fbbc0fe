package io.everythingmcp.conformance.clientrun;

import io.everythingmcp.conformance.oauth.OAuthPageForm;
import io.everythingmcp.conformance.oauth.QueryParameters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sign-in of a user of a run: fills in the forms of its pages until the redirect. */
final class RunSignIn {
  private static final int PAGES = 20;
  private static final String USER = "alice";

  private final HttpClient browser =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final URI start;
  private final String client;

  RunSignIn(URI start) {
    this.start = start;
    this.client = QueryParameters.read(start.getRawQuery()).getOrDefault("redirect_uri", "");
    if (client.isEmpty()) {
      throw new IllegalStateException("The authorization request has no redirect_uri: " + start);
    }
  }

  /** Returns the first redirect to the client. */
  URI redirect() {
    URI at = start;
    HttpRequest.Builder next = HttpRequest.newBuilder(at);
    for (int page = 0; page < PAGES; page++) {
      HttpResponse<String> response = send(next.header("Accept", "text/html"));
      Optional<String> location = response.headers().firstValue("Location");
      if (location.isPresent() && response.statusCode() / 100 == 3) {
        at = at.resolve(location.get());
        if (at.toString().startsWith(client)) {
          return at;
        }
        next = HttpRequest.newBuilder(at);
      } else {
        OAuthPageForm form = form(response);
        at = form.action().isEmpty() ? at : at.resolve(form.action());
        next =
            HttpRequest.newBuilder(at)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", at.getScheme() + "://" + at.getRawAuthority())
                .POST(BodyPublishers.ofString(QueryParameters.of(form.fields())));
      }
    }
    throw new IllegalStateException(
        "No redirect to " + client + " after " + PAGES + " pages; the last one was " + at);
  }

  private static OAuthPageForm form(HttpResponse<String> page) {
    return OAuthPageForm.in(page.body(), USER)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No form and no redirect at %s: status %d: %s"
                        .formatted(page.uri(), page.statusCode(), page.body())));
  }

  private HttpResponse<String> send(HttpRequest.Builder builder) {
    if (!cookies.isEmpty()) {
      builder.header(
          "Cookie",
          cookies.entrySet().stream().map(Object::toString).collect(Collectors.joining("; ")));
    }
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response = browser.send(request, BodyHandlers.ofString());
      for (String cookie : response.headers().allValues("Set-Cookie")) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
      }
      return response;
    } catch (IOException e) {
      throw new IllegalStateException(request.uri() + " does not respond: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + request.uri(), e);
    }
  }
}
