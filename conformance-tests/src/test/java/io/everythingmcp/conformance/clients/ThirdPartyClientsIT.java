package io.everythingmcp.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.NightlyTest;
import io.everythingmcp.conformance.harness.SharedServer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients of other projects connect, list all features, call tools and respond to input requests,
 * in each era that they support. {@code scratch/clients/run.sh} installs and runs them; their known
 * deviations are listed in {@code docs/reference/clients.md}.
 */
@NightlyTest
@ParameterizedClass
@ValueSource(
    strings = {
      "ai-sdk",
      "mcp-use",
      "inspector-cli",
      "mcp-remote",
      "java-sdk-modern",
      "spring-ai",
      "langchain4j",
      "kotlin-sdk"
    })
class ThirdPartyClientsIT {
  @RegisterExtension static final SharedServer OPEN = SharedServer.with();

  @RegisterExtension
  static final SharedServer WITH_LOGIN = SharedServer.with("AUTH_MODE", "integrated");

  private static final int MINUTES = 10;
  private static final int FEWEST_CHECKS = 7;

  private final String client;

  ThirdPartyClientsIT(String client) {
    this.client = client;
  }

  @TestFactory
  Stream<DynamicTest> usesEverySupportedFeature() throws Exception {
    for (String program : List.of("npm", "mvn", "bash")) {
      assumeTrue(onPath(program), program + " is not on the PATH");
    }
    URI uri = client.equals("mcp-remote") ? WITH_LOGIN.uri() : OPEN.uri();
    List<JsonNode> checks = run(uri);
    DynamicTest enough =
        DynamicTest.dynamicTest(
            client + " makes all of its checks",
            () -> assertThat(checks).hasSizeGreaterThanOrEqualTo(FEWEST_CHECKS));
    return Stream.concat(Stream.of(enough), checks.stream().map(ThirdPartyClientsIT::test));
  }

  private List<JsonNode> run(URI uri) throws IOException, InterruptedException {
    Path out = Files.createTempFile(Path.of("target"), client + "-", ".out");
    Process process =
        new ProcessBuilder("bash", "../scratch/clients/run.sh", uri.toString(), client)
            .redirectOutput(out.toFile())
            .redirectError(out.resolveSibling(out.getFileName() + ".err").toFile())
            .start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as(client + " has ended").isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return Files.readAllLines(out, StandardCharsets.UTF_8).stream()
        .map(JsonTrees::read)
        .filter(check -> !check.path("name").asText().equals("done"))
        .toList();
  }

  private static DynamicTest test(JsonNode check) {
    return DynamicTest.dynamicTest(
        check.path("name").asText(),
        () -> {
          if (!check.path("ok").asBoolean()) {
            fail(check.path("detail").asText());
          }
        });
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
