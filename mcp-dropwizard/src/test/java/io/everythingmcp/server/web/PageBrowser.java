package io.everythingmcp.server.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Browser for tests: requests HTML, stores cookies, sends forms. */
final class PageBrowser {
  private static final String ACCEPT =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";
  private static final Pattern TICKET = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  HttpResponse<String> get(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).header("Accept", ACCEPT).build());
  }

  HttpResponse<String> submit(String url, String form) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Accept", ACCEPT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  /** Returns the hidden field of the form of a page. */
  static String ticket(HttpResponse<String> page) {
    Matcher matcher = TICKET.matcher(page.body());
    if (!matcher.find()) {
      throw new AssertionError("There is no form on this page: " + page.body());
    }
    return matcher.group(1);
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
