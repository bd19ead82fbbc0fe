package io.everythingmcp.conformance.harness;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Consent page, approved as by a user with a browser. */
public final class ConsentPage {
  private static final Pattern TICKET = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private ConsentPage() {}

  /** Opens the page and submits its form. */
  public static void accept(String address) {
    URI uri = URI.create(address);
    RawClient browser = new RawClient(uri);
    RawResponse page = browser.request("GET", uri.getPath()).send();
    Matcher ticket = TICKET.matcher(page.text());
    if (page.status() != 200 || !ticket.find()) {
      throw new AssertionError("No consent form: " + page);
    }
    String form = "csrf=" + ticket.group(1) + "&decision=approve";
    RawResponse done =
        browser
            .request("POST", uri.getPath())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", page.header("Set-Cookie").split(";", 2)[0])
            .body(form.getBytes(StandardCharsets.UTF_8))
            .send();
    if (done.status() != 200) {
      throw new AssertionError("The consent was not accepted: " + done);
    }
  }
}
