package io.everythingmcp.conformance.oauth;

import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Browser without JavaScript: it stores cookies and sends forms; redirects are followed on request.
 */
final class FormBrowser {
  private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

  private final RawClient client;
  private final Map<String, String> cookies = new HashMap<>();

  FormBrowser(URI server) {
    this(new RawClient(server));
  }

  /** A browser whose requests have the headers of this client. */
  FormBrowser(RawClient client) {
    this.client = client;
  }

  /** Returns the same cookies, for an attacker. */
  Map<String, String> cookies() {
    return cookies;
  }

  /** Opens an address without following redirects. */
  RawResponse open(String address) {
    return send(client.request("GET", address));
  }

  /** Sends a form. */
  RawResponse send(String address, Map<String, String> fields) {
    return send(
        client
            .request("POST", address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body(UrlParameters.encode(fields).getBytes(StandardCharsets.UTF_8)));
  }

  /** Sends the form of a page with these fields in addition to the hidden ones. */
  RawResponse submit(RawResponse page, String address, String... namesAndValues) {
    Map<String, String> fields = hidden(page);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return send(address, fields);
  }

  /** Returns the hidden fields of a page. */
  static Map<String, String> hidden(RawResponse page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher input = HIDDEN.matcher(page.text());
    while (input.find()) {
      fields.put(one(NAME, input.group()), unescape(one(VALUE, input.group())));
    }
    if (fields.isEmpty()) {
      throw new AssertionError("No form: " + page);
    }
    return fields;
  }

  private static String one(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String unescape(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&#x3D;", "=")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private RawResponse send(RawRequest request) {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    RawResponse response = request.header("Accept", "text/html").send();
    for (String cookie : response.headers("Set-Cookie")) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      cookies.put(pair[0], pair[1]);
    }
    return response;
  }
}
