package io.everythingmcp.conformance.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.everythingmcp.conformance.harness.TestTimeouts;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** User with a browser: a profile, its current page, and its requests. */
final class BrowserUser {
  private static final Path SHOTS = Path.of("target", "screenshots");

  private final BrowserContext context;
  private final Page page;
  private final List<String> console = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  BrowserUser(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout((double) TestTimeouts.LIMIT.toMillis());
    context.onConsoleMessage(message -> console.add(message.type() + " " + message.text()));
    context.onRequest(request -> requests.add(request.url()));
    this.page = context.newPage();
  }

  /** Returns the current page. */
  Page page() {
    return page;
  }

  /** Returns the profile, which all pages of the user share. */
  BrowserContext context() {
    return context;
  }

  /** Opens an address. */
  Response open(Object address) {
    return page.navigate(address.toString());
  }

  /** Selects the dark colour scheme, also for the open page. */
  void preferDark() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
  }

  /** Opens all elements {@code details}. */
  void unfold() {
    page.evaluate("() => document.querySelectorAll('details').forEach((e) => { e.open = true })");
  }

  /** Sets the width of the window to that of WCAG 2.2, 1.4.10 (reflow). */
  void narrow() {
    page.setViewportSize(320, 740);
  }

  /** Returns what the browser blocked because of the policy of the page. */
  List<String> refused() {
    return console.stream().filter(line -> line.contains("Content Security Policy")).toList();
  }

  /** Returns requests to other origins than that of the page. */
  List<String> elsewhere() {
    String home = origin(page.url());
    return requests.stream()
        .filter(url -> !url.startsWith("data:") && !origin(url).equals(home))
        .toList();
  }

  /** Returns whether the browser requested an address, even if there was no response. */
  boolean hasRequested(String address) {
    // The driver reports events only while it processes a call.
    context.cookies();
    return requests.stream().anyMatch(url -> url.startsWith(address))
        || console.stream().anyMatch(line -> line.contains("'" + address));
  }

  /** Discards the events recorded so far. */
  void clearEvents() {
    console.clear();
    requests.clear();
  }

  private static String origin(String url) {
    URI uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  /** Stores a screenshot of the whole page in {@code target/screenshots}. */
  void takeScreenshot(String name) {
    Path file = SHOTS.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  void close() {
    context.close();
  }

  @Override
  public String toString() {
    return page.url() + " " + console;
  }
}
