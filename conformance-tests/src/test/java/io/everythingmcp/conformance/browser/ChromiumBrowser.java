package io.everythingmcp.conformance.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import io.everythingmcp.conformance.harness.SharedProcess;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installed Chromium; its headless shell if that is available. One process serves all tests, which
 * do not run concurrently; each user gets a profile, which is deleted after the test. Without
 * Chromium the tests are skipped.
 *
 * <p>Tests select elements by selectors ({@code role=link}) and not by {@code AriaRole.LINK}:
 * Playwright converts the names of its enums to lower case in the default locale, and the tests run
 * in a locale in which the lower case of "I" is not "i".
 */
final class ChromiumBrowser extends SharedProcess<ChromiumBrowser.Running>
    implements AfterEachCallback {
  private static final Logger LOG = LoggerFactory.getLogger(ChromiumBrowser.class);
  private static final List<String> NAMES =
      List.of(
          "chromium-headless-shell",
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable");

  /** Blocks requests of pages to other hosts, for example for fonts. */
  private static final String THIS_MACHINE_ONLY =
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";

  private static final String MISSING =
      "The tests in a browser are skipped: none of " + NAMES + " is on the PATH";

  private final Optional<Path> executable = find();
  private final List<BrowserUser> users = new ArrayList<>();

  /** Finds the executable. */
  private static Optional<Path> find() {
    Optional<Path> path =
        NAMES.stream()
            .flatMap(
                name ->
                    Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    if (path.isEmpty()) {
      LOG.warn(MISSING);
    }
    return path;
  }

  /** Running browser and its driver. */
  record Running(Playwright playwright, Browser browser) implements AutoCloseable {
    static Running start(Path executable) {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      LaunchOptions options =
          new LaunchOptions().setExecutablePath(executable).setArgs(List.of(THIS_MACHINE_ONLY));
      return new Running(playwright, playwright.chromium().launch(options));
    }

    @Override
    public void close() {
      browser.close();
      playwright.close();
    }
  }

  @Override
  protected Object configuration() {
    return ChromiumBrowser.class;
  }

  @Override
  protected Running start() {
    return Running.start(executable.orElseThrow());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    assumeTrue(executable.isPresent(), MISSING);
    if (!context.getRequiredTestClass().isAnnotationPresent(BrowserTest.class)) {
      throw new IllegalStateException(context.getRequiredTestClass() + " needs @InBrowser");
    }
    super.beforeAll(context);
  }

  /** Creates a user with a new profile. */
  BrowserUser createUser(ViewportSize device) {
    BrowserUser browserUser = new BrowserUser(shared().browser().newContext(device.options()));
    users.add(browserUser);
    return browserUser;
  }

  /** Opens another tab with the profile of a user. */
  BrowserUser tab(BrowserUser browserUser) {
    BrowserUser tab = new BrowserUser(browserUser.context());
    users.add(tab);
    return tab;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    boolean failed = context.getExecutionException().isPresent();
    for (BrowserUser browserUser : users) {
      if (failed) {
        browserUser.takeScreenshot("failed-" + context.getRequiredTestClass().getSimpleName());
        LOG.error("{} failed at {}", context.getDisplayName(), browserUser);
      }
    }
    users.forEach(BrowserUser::close);
    users.clear();
  }
}
