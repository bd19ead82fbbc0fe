package io.everythingmcp.conformance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.ChildProcesses;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The suite with a login in a browser: {@code --oauth browser}. */
@BrowserTest
class SuiteLoginIT {
  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "integrated");

  @RegisterExtension static final ChromiumBrowser CHROMIUM = new ChromiumBrowser();

  private static final String ASKS = "Open this address in a browser";

  @TempDir private Path folder;

  /** Output and exit status of the suite. */
  private record Run(int exit, List<String> output, int loginRequests) {
    @Override
    public String toString() {
      return "exit " + exit + "\n" + String.join("\n", output);
    }
  }

  /** Runs the suite in a separate process and runs an action for each login that it requests. */
  private Run run(Consumer<String> user, String... more) throws Exception {
    List<String> command = ServerLaunch.java();
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.everythingmcp.conformance.cli.ConformanceMain", "server", "--url"));
    command.add(SERVER.uri().resolve("/mcp").toString());
    command.addAll(List.of("--oauth", "browser"));
    command.addAll(List.of(more));
    File out = folder.resolve("out.txt").toFile();
    Process suite = ChildProcesses.start(new ProcessBuilder(command).redirectOutput(out));
    try (BufferedReader err =
        new BufferedReader(new InputStreamReader(suite.getErrorStream(), StandardCharsets.UTF_8))) {
      List<String> said = new ArrayList<>();
      int asked = 0;
      for (String line = err.readLine(); line != null; line = err.readLine()) {
        said.add(line);
        if (said.size() > 1 && said.get(said.size() - 2).startsWith(ASKS)) {
          asked++;
          String next = err.readLine();
          said.add(next);
          user.accept(line + " " + next);
        }
      }
      return new Run(suite.waitFor(), said, asked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      suite.destroyForcibly();
    }
  }

  private static String address(String said) {
    return said.substring(0, said.indexOf(' '));
  }

  /** Returns the address that the suite prints for a login that cannot be completed. */
  private static String cancelAddress(String said) {
    return said.substring(said.lastIndexOf(' ') + 1);
  }

  /** Completes each page of the authorization until the redirect; reports a page without a form. */
  private static void completeLogin(BrowserUser browserUser, String said) {
    URI out = URI.create(cancelAddress(said));
    String home = "http://" + out.getAuthority() + "/";
    browserUser.open(address(said));
    for (int page = 0; page < 4 && !browserUser.page().url().startsWith(home); page++) {
      String button =
          Stream.of(SignIn.ALLOW, SignIn.LOG_IN)
              .filter(asked -> browserUser.page().locator(asked).count() > 0)
              .findFirst()
              .orElse(null);
      if (button == null) {
        browserUser.open(out);
      } else {
        browserUser.page().click(button);
        browserUser.page().waitForLoadState();
      }
    }
    assertThat(browserUser.page().url()).startsWith(home);
  }

  @Test
  void userLogsInAndAllOAuthScenariosRun() throws Exception {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    Path report = folder.resolve("checks.json");
    Run run =
        run(
            said -> completeLogin(browserUser, said),
            "--only",
            "oauth",
            "--report",
            "json=" + report);
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.loginRequests()).isGreaterThan(5);
    assertThat(Files.readString(report))
        .contains("oauth/flow-by-registration", "SUCCESS")
        .doesNotContain("FAILURE");
    browserUser.takeScreenshot("suite-logged-in");
  }

  @Test
  void userDeniesAndSuiteReportsIt() throws Exception {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    Run run =
        run(
            said -> {
              browserUser.open(address(said));
              browserUser.page().click(SignIn.FORBID);
              assertThat(browserUser.page().locator("h1").textContent()).contains("access_denied");
            });
    browserUser.takeScreenshot("suite-forbidden");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.loginRequests()).isEqualTo(1);
    assertThat(run.toString()).contains("No token", "access_denied").doesNotContain("\tat ");
  }

  @Test
  void loginThatCannotCompleteDoesNotBlockTheSuite() throws Exception {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    Run run =
        run(
            said -> {
              String redirect = cancelAddress(said).replace("/no-way-on", "/callback");
              browserUser.open(redirect + "?nonsense=1");
              assertThat(browserUser.page().locator("h1").textContent())
                  .isEqualTo("Invalid authorization response");
              browserUser.open(cancelAddress(said));
            });
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.toString()).contains("No redirect from the browser").doesNotContain("\tat ");
  }
}
