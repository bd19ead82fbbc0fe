package io.everythingmcp.conformance.oauth;

import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills in simple forms: on each page the first form, its default button, until the redirect. */
public final class FormLogin implements UserLogin {
  private static final int STEPS = 20;

  private final String user;

  /**
   * A login.
   *
   * @param user who is to be chosen where a form has a field {@code user}; null for the default
   */
  public FormLogin(String user) {
    this.user = user;
  }

  @Override
  public Map<String, String> through(RawClient browser, URI authorize, URI redirect) {
    Map<String, String> cookies = new LinkedHashMap<>();
    URI at = authorize;
    RawResponse response = send(browser, cookies, at, null);
    for (int step = 0; step < STEPS; step++) {
      String location = response.header("Location");
      String page = response.text();
      if (location != null && response.status() / 100 == 3) {
        URI to = at.resolve(location);
        if (to.toString().startsWith(redirect.toString())) {
          return QueryParameters.read(to.getRawQuery());
        }
        at = to;
        response = send(browser, cookies, at, null);
      } else {
        String said = "HTTP " + response.status() + " at " + at;
        OAuthPageForm form =
            OAuthPageForm.in(page, user)
                .orElseThrow(() -> new AssertionError("No form to fill in: " + said));
        at = form.action().isEmpty() ? at : at.resolve(form.action());
        response = send(browser, cookies, at, form.fields());
      }
    }
    throw new AssertionError("The pages come to no end; the last one was " + at);
  }

  private static RawResponse send(
      RawClient browser, Map<String, String> cookies, URI to, Map<String, String> form) {
    RawRequest request = browser.at(to).request(form == null ? "GET" : "POST", "");
    if (!cookies.isEmpty()) {
      String sent =
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; "));
      request.header("Cookie", sent);
    }
    if (form != null) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .header("Origin", to.getScheme() + "://" + to.getRawAuthority())
          .body(QueryParameters.of(form).getBytes(StandardCharsets.UTF_8));
    }
    RawResponse response = request.header("Accept", "text/html").send();
    for (String cookie : response.headers("Set-Cookie")) {
      String pair = cookie.split(";", 2)[0];
      int equals = pair.indexOf('=');
      cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return response;
  }
}
