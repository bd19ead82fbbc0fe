package io.everythingmcp.conformance.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.everythingmcp.conformance.harness.TestPatience;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person with a browser: a profile, the page they look at, and what went on behind it. */
final class Visitor {
  private static final Path SHOTS = Path.of("target", "screenshots");

  private final BrowserContext context;
  private final Page page;
  private final List<String> console = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  Visitor(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout((double) TestPatience.LIMIT.toMillis());
    context.onConsoleMessage(message -> console.add(message.type() + " " + message.text()));
    context.onRequest(request -> requests.add(request.url()));
    this.page = context.newPage();
  }

  /** The page they look at. */
  Page page() {
    return page;
  }

  /** The profile, which all their pages share. */
  BrowserContext context() {
    return context;
  }

  /** Goes somewhere. */
  Response open(Object address) {
    return page.navigate(address.toString());
  }

  /** Prefers dark colours from now on, also of the page that is open. */
  void preferDark() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
  }

  /** What the browser refused because of the page's own policy. */
  List<String> refused() {
    return console.stream().filter(line -> line.contains("Content Security Policy")).toList();
  }

  /** Requests that went elsewhere than the page came from. */
  List<String> elsewhere() {
    String home = origin(page.url());
    return requests.stream()
        .filter(url -> !url.startsWith("data:") && !origin(url).equals(home))
        .toList();
  }

  /** Whether the browser set out to an address, even if it did not arrive or has nobody to ask. */
  boolean wentTo(String address) {
    // The driver tells what happened while it is being talked to.
    context.cookies();
    return requests.stream().anyMatch(url -> url.startsWith(address))
        || console.stream().anyMatch(line -> line.contains("'" + address));
  }

  /** Looks at what happens from now on. */
  void forget() {
    console.clear();
    requests.clear();
  }

  private static String origin(String url) {
    URI uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  /** Keeps a picture of the whole page in {@code target/screenshots}. */
  void shoot(String name) {
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
