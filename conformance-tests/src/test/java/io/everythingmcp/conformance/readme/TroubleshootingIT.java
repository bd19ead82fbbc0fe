package io.everythingmcp.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.auth.SignedTokens;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The symptoms that {@code docs/operate/troubleshooting.md} prints are those of the server. */
class TroubleshootingIT {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with(
          "AUTH_MODE", "jwt",
          "JWT_SECRET", SignedTokens.SECRET,
          "ERAS", "stateless",
          "MAX_REQUEST_SIZE", "64KB");

  private static RawClient alice() {
    String token = SignedTokens.good(SERVER.uri(), "alice", "mcp:read mcp:write");
    return SERVER.client().with(Map.of("Authorization", "Bearer " + token));
  }

  private static RawRequest ping() {
    return alice().post("/mcp", JsonRpcMessages.request(1, "ping"));
  }

  private static RawRequest addTool() {
    String meta =
        "'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
            + "'io.modelcontextprotocol/clientInfo':{'name':'t','version':'1'},"
            + "'io.modelcontextprotocol/clientCapabilities':{}}";
    String params = "{'name':'addTool','arguments':{}," + meta + "}";
    return alice()
        .post("/mcp", JsonRpcMessages.request(1, "tools/call", params))
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", "tools/call")
        .header("Mcp-Name", "addTool");
  }

  static Stream<Arguments> rows() {
    RawClient anonymous = SERVER.client();
    Map<String, String> forged = Map.of("Authorization", "Bearer not-a-token");
    return Stream.of(
        row(401, "Authentication required", anonymous.post("/mcp", "{}")),
        row(401, "error=\"invalid_token\"", anonymous.with(forged).post("/mcp", "{}")),
        row(403, "Host 'mcp.example' is not allowed", ping().header("Host", "mcp.example")),
        row(
            403,
            "Origin 'https://page.example' is not allowed",
            ping().header("Origin", "https://page.example")),
        row(403, "Insufficient scope; required: mcp:admin", addTool()),
        row(403, "error=\"insufficient_scope\"", addTool()),
        row(404, "Page not found: /mcp/. The MCP endpoint", alice().post("/mcp/", "{}")),
        row(405, "this endpoint accepts POST only", alice().get("/mcp")),
        row(
            406,
            "Accept must list application/json and text/event-stream",
            ping().header("Accept", "application/json")),
        row(
            415,
            "Content-Type must be application/json",
            ping().header("Content-Type", "text/plain")),
        row(
            413,
            "The body is larger than",
            ping().body(" ".repeat(65_537).getBytes(StandardCharsets.UTF_8))));
  }

  private static Arguments row(int status, String symptom, RawRequest request) {
    return Arguments.of(status, symptom, request);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("rows")
  void theSymptomOfAResponseIsPrinted(int status, String symptom, RawRequest request)
      throws IOException {
    assertThat(symptoms()).anyMatch(cell -> cell.contains("`" + symptom + "`"));
    RawResponse response = request.send();
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.header("WWW-Authenticate") + response.text()).contains(symptom);
  }

  @Test
  void aRequestWithoutCredentialHasNoErrorInItsChallenge() {
    RawResponse response = SERVER.client().post("/mcp", "{}").send();
    assertThat(response.header("WWW-Authenticate")).startsWith("Bearer").doesNotContain("error");
  }

  @Test
  void theSymptomsOfAConfigurationArePrinted(@TempDir Path folder) throws Exception {
    configuration(folder, "SESSION_TIMEOUT", "5x", "is '5x'; it must be a time with its unit");
    String original = Files.readString(Path.of("..", "config.yml"));
    String wrong = original.replace("    fakeUsers: []", "    accounts: []");
    Files.writeString(folder.resolve("config.yml"), wrong);
    configuration(folder, "PORT", "0", "auth.server.accounts is not a setting; it must be one of");
  }

  private static void configuration(Path folder, String name, String value, String symptom)
      throws Exception {
    assertThat(symptoms()).anyMatch(cell -> cell.contains(symptom));
    List<String> command = new ArrayList<>(ServerLaunch.with().command("check"));
    Path file = folder.resolve("config.yml");
    if (Files.exists(file)) {
      command.set(command.size() - 1, file.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put(name, value);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(output).contains(symptom);
  }

  @Test
  void theReadmePrintsTheSameSymptoms() throws IOException {
    String page = String.join("\n", symptoms());
    List<String> readme = symptoms(Path.of("..", "README.md"), "## Troubleshooting");
    assertThat(readme).hasSizeGreaterThan(5);
    assertThat(readme.stream().flatMap(cell -> CODE.matcher(cell).results()))
        .isNotEmpty()
        .allMatch(code -> page.contains(code.group(1)));
  }

  private static List<String> symptoms() throws IOException {
    return symptoms(Path.of("..", "docs", "operate", "troubleshooting.md"), "# ");
  }

  /** Returns the first cells of all rows after a heading. */
  private static List<String> symptoms(Path page, String heading) throws IOException {
    return Files.readAllLines(page).stream()
        .dropWhile(line -> !line.startsWith(heading))
        .filter(line -> line.startsWith("| "))
        .map(line -> line.split(" \\| ", 2)[0])
        .toList();
  }
}
