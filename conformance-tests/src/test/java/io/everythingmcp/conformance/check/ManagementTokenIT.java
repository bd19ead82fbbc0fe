package io.everythingmcp.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.everythingmcp.conformance.cli.ClientTokenCases;
import io.everythingmcp.conformance.clientrun.ClientCheckRun;
import io.everythingmcp.conformance.clientrun.ManagementAccess;
import io.everythingmcp.conformance.harness.FreePort;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult.Status;

/**
 * Client checks at a server that requires the management token for runs. Its {@code BASE_URI} has
 * the address 127.0.0.1 in a notation that the server does not consider as loopback.
 */
class ManagementTokenIT {
  private static final String TOKEN = "0123456789-management-token";

  private static ServerProcess server;

  @BeforeAll
  static void start() {
    int port = FreePort.find();
    server =
        ServerLaunch.with(
                "BASE_URI", "http://[::ffff:127.0.0.1]:" + port,
                "CLIENT_CHECK", "true",
                "FIXTURES", "true",
                "STORE", "memory",
                "MANAGEMENT_TOKEN", TOKEN)
            .startOn(port);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static ClientTestRun run(String token, Path reports) {
    return ClientTestRun.of(
        ClientTests.WithDefaults.class,
        Map.of(
            "mcp.client-check.url", server.uri().toString(),
            "mcp.client-check.token", token,
            "mcp.client-check.reports", reports.toString()));
  }

  @Test
  void testsOfAClientUseTheTokenAndDoNotShowIt(@TempDir Path reports) throws IOException {
    ClientTestRun run = run(TOKEN, reports);
    assertThat(run.message("conforms")).isEmpty();
    assertThat(run.result("conforms").getStatus()).isEqualTo(Status.SUCCESSFUL);
    assertThat(run.message("repeatsAnId")).contains("FAILURE  B03").doesNotContain(TOKEN);
    assertThat(run.message("sendsNothing")).contains("The client sent no request");
    String report = Files.readString(reports.resolve("WithDefaults.conforms-ClientCheckRun-.html"));
    assertThat(report).contains("initialize").doesNotContain(TOKEN);
  }

  @Test
  void missingOrWrongTokenFailsWithTheNameOfItsSetting(@TempDir Path reports) {
    for (String token : new String[] {"", "another-token"}) {
      Throwable failure =
          run(token, reports).result("conforms").getThrowable().orElseThrow().getCause();
      assertThat(failure)
          .hasMessageContaining("received 401")
          .hasMessageContaining("MANAGEMENT_TOKEN")
          .hasMessageNotContaining("another-token");
    }
  }

  @Test
  void tokenThatIsNoHeaderValueIsRefusedWithoutPrintingIt() {
    assertThatThrownBy(() -> ManagementAccess.of(server.uri(), "first\nsecond"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected visible ASCII characters")
        .hasMessageNotContaining("second");
    assertThat(ManagementAccess.of(server.uri(), TOKEN).toString()).doesNotContain(TOKEN);
  }

  @Test
  void requestsToTheMcpUrlAndOfASignInDoNotHaveTheToken() {
    ClientCheckRun run = ClientCheckRun.start(ManagementAccess.of(server.uri(), TOKEN), "oauth");
    assertThatThrownBy(
            () ->
                run.signIn(
                    URI.create(run.mcpUrl().resolve("as/authorize") + "?redirect_uri=urn:none")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(run.report().path("exchanges")).isNotEmpty();
    assertThat(run.report().path("exchanges").toString())
        .containsIgnoringCase("\"headers\"")
        .doesNotContainIgnoringCase("authorization\":\"");
    run.delete();
  }

  @Test
  void commandReadsTheTokenFromItsEnvironmentAndTheClientDoesNot(@TempDir Path folder)
      throws Exception {
    ClientTokenCases command = new ClientTokenCases(server.uri(), folder);
    assertThat(command.run(Map.of("MANAGEMENT_TOKEN", TOKEN))).as(command.output()).isEqualTo(1);
    assertThat(command.output()).contains("FAILURE B01").doesNotContain(TOKEN);
    assertThat(command.run(Map.of())).isEqualTo(2);
    assertThat(command.output()).contains("received 401");
  }
}
