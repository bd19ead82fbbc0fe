package io.everythingmcp.idp;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** User with a browser that supports HTML forms and cookies, without JavaScript. */
final class LoginBrowser {
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
  private static final Pattern CHECKED = Pattern.compile("value=\"([^\"]+)\"[^>]* checked>");
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private String cookie = "";

  HttpResponse<String> open(URI uri) {
    return send(HttpRequest.newBuilder(uri).header("Accept", "text/html").GET());
  }

  /** Sends the form of a page with its values, except for the given ones. */
  HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> entered) {
    Map<String, String> fields = fields(page);
    fields.putAll(entered);
    return post(page.uri().resolve(match(ACTION, page.body())), fields);
  }

  HttpResponse<String> post(URI uri, Map<String, String> fields) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    fields.forEach((name, value) -> lists.put(name, List.of(value)));
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(URLUtils.serializeParameters(lists))));
  }

  /** Returns the fields that the first button of a form sends. */
  static Map<String, String> fields(HttpResponse<String> page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(page.body());
    while (hidden.find()) {
      fields.put(hidden.group(1), unescape(hidden.group(2)));
    }
    fields.put("user", match(CHECKED, page.body()));
    fields.put("name", "");
    fields.put("email", "");
    fields.put("decision", "login");
    return fields;
  }

  private static String match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("There is no " + pattern + " in " + text);
    }
    return unescape(matcher.group(1));
  }

  private static String unescape(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /** Returns the parameters of a redirect to the client. */
  static Map<String, List<String>> redirectParameters(HttpResponse<String> response) {
    String location =
        response
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new AssertionError("No redirect: " + response.body()));
    return parameters(location);
  }

  static Map<String, List<String>> parameters(String location) {
    return URLUtils.parseParameters(URI.create(location).getRawQuery());
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    if (!cookie.isEmpty()) {
      request.header("Cookie", "other=1; " + cookie);
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      response
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(header -> cookie = header.split(";", 2)[0]);
      return response;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
