package io.everythingmcp.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.FreePort;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line without a server. */
class ConformanceMainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = ConformanceMain.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "server",
        "server --url not-a-url",
        "server --url http://localhost:1/mcp --only no/such",
        "server --url http://localhost:1/mcp --revision 1999-01-01",
        "server --url http://localhost:1/mcp --report pdf=x",
        "server --url http://localhost:1/mcp --tool nonsense=x",
        "server --url http://localhost:1/mcp --try-tools some",
        "server --url http://localhost:1/mcp --token a --api-key b"
      })
  void usageErrorHasExitCodeTwoAndAReason(String arguments) {
    assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).isNotBlank().doesNotContain("Exception");
  }

  @Test
  void unreachableServerHasExitCodeTwo() {
    int code = run("server", "--url", "http://127.0.0.1:" + FreePort.find() + "/mcp");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("does not respond").doesNotContain("\tat ");
  }

  @Test
  void helpAndListsHaveExitCodeZero() {
    assertThat(run("--help")).isZero();
    assertThat(run("server", "--help")).isZero();
    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains("lifecycle/deleted-session", "Exit codes");
  }
}
