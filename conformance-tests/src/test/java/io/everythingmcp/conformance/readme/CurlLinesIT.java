package io.everythingmcp.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The curl commands of the README run as printed, and the command token prints one of them. */
class CurlLinesIT {
  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "integrated");

  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  private record Outcome(int code, String out, String err) {}

  private static Outcome run(Path folder, String... command)
      throws IOException, InterruptedException {
    File out = Files.createTempFile(folder, "out", "").toFile();
    File err = Files.createTempFile(folder, "err", "").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(TOP.toFile()).redirectOutput(out).redirectError(err);
    builder.environment().put("PORT", Integer.toString(SERVER.uri().getPort()));
    builder.environment().remove("BASE_URI");
    Process process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends").isTrue();
    return new Outcome(
        process.exitValue(),
        Files.readString(out.toPath(), StandardCharsets.UTF_8),
        Files.readString(err.toPath(), StandardCharsets.UTF_8));
  }

  private static String jar() {
    return Path.of(
            System.getProperty(
                "everything.jar", "../everything-server/target/everything-server.jar"))
        .toAbsolutePath()
        .normalize()
        .toString();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String[] token(String... more) {
    // The command runs in another directory, so its paths must be absolute.
    Stream<String> command =
        ServerLaunch.with().command("token").stream()
            .map(word -> Files.exists(Path.of(word)) ? Path.of(word).toAbsolutePath() : word)
            .map(Object::toString);
    return Stream.concat(command, Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void readmeCommandsRunInOrder(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not installed");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
    String readme = Files.readString(TOP.resolve("README.md"));
    int section = readme.indexOf("## Use it with curl");
    Matcher block = BLOCK.matcher(readme.substring(section, readme.indexOf("\n## ", section)));
    StringBuilder script = new StringBuilder("set -eu -o pipefail\n");
    int blocks = 0;
    while (block.find()) {
      script.append(block.group(1)).append("echo\n");
      blocks++;
    }
    assertThat(blocks).isGreaterThanOrEqualTo(4);
    Path file = folder.resolve("readme.sh");
    Files.writeString(
        file,
        script
            .toString()
            .replace("localhost:3232", "localhost:" + SERVER.uri().getPort())
            .replace(
                "java -jar everything-server/target/everything-server.jar",
                java() + " -jar " + jar()));
    Outcome outcome = run(folder, "/bin/bash", file.toString());
    assertThat(outcome.code()).as(outcome.err() + outcome.out()).isZero();
    assertThat(outcome.out())
        .containsSubsequence(
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":",
            "Echo: hello",
            "notifications/progress",
            "Long running operation completed",
            "Echo: hello",
            "\"resultType\":\"complete\"");
  }

  @Test
  void tokenCommandPrintsOnlyAToken(@TempDir Path folder) throws Exception {
    Outcome outcome = run(folder, token("--user", "bob", "--scope", "mcp:admin"));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out().lines()).hasSize(1);
    String claims = outcome.out().strip().split("\\.", -1)[1];
    assertThat(new String(java.util.Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
        .contains("\"sub\":\"bob\"", "mcp:admin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--user; zoe; must be one of alice, bob",
        "--scope; mcp:owl; scope",
        "--url; http://127.0.0.1:1/mcp; No server responds at http://127.0.0.1:1",
        "--url; https://mcp.example/mcp; loopback host",
        "--url; nowhere; must be the address"
      })
  void unavailableTokenIsReportedInOneLine(
      String option, String value, String why, @TempDir Path folder) throws Exception {
    Outcome outcome = run(folder, token(option, value));
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).singleElement().asString().contains(why);
  }
}
