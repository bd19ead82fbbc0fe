package io.everythingmcp.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.everythingmcp.conformance.harness.SharedServer;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/learn/tour.md} have the responses that the page prints. */
class ProtocolTourIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "none");

  private static final String END = "=== end of a block ===";
  private static final int FEWEST_EXCHANGES = 20;

  @Test
  void everyExchangeIsAsPrinted(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not installed");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
    String page = Files.readString(Path.of("..", "docs", "learn", "tour.md"));
    List<DocumentedExchange> exchanges = DocumentedExchange.of(page);
    assertThat(exchanges.stream().map(DocumentedExchange::output).flatMap(Optional::stream))
        .hasSizeGreaterThan(FEWEST_EXCHANGES);
    String[] outputs = run(folder, exchanges).split(END, -1);
    for (int i = 0; i < exchanges.size(); i++) {
      String real = i < outputs.length ? outputs[i] : "";
      assertThat(exchanges.get(i).difference(real))
          .as("%s%nprinted %s", exchanges.get(i).commands(), real)
          .isEmpty();
    }
  }

  @Test
  void aDifferentStatusHeaderOrBodyIsFound() {
    DocumentedExchange exchange =
        DocumentedExchange.of(
                "```sh\ncurl\n```\n\n```text\nHTTP/1.1 200 OK\nA: …\n\n{\"id\":1,\n \"x\":…}\n```")
            .get(0);
    assertThat(
            exchange.difference("HTTP/1.1 200 OK\r\nDate: 1\r\nA: 1\r\n\r\n{\"id\":1,\"x\":2}\n"))
        .isEmpty();
    assertThat(exchange.difference("HTTP/1.1 404 OK\r\nA: 1\r\n\r\n{\"id\":1,\"x\":2}"))
        .contains("HTTP/1.1 200 OK");
    assertThat(exchange.difference("HTTP/1.1 200 OK\r\nB: 1\r\n\r\n{\"id\":1,\"x\":2}"))
        .contains("A: …");
    assertThat(exchange.difference("HTTP/1.1 200 OK\r\nA: 1\r\n\r\n{\"id\":2,\"x\":2}"))
        .isPresent();
    assertThat(exchange.difference("HTTP/1.1 200 OK\r\nA: 1")).isPresent();
  }

  private static String run(Path folder, List<DocumentedExchange> exchanges) throws Exception {
    StringBuilder script = new StringBuilder("set -eu -o pipefail\n");
    for (DocumentedExchange exchange : exchanges) {
      script.append(exchange.commands()).append("echo '").append(END).append("'\n");
    }
    Path file = folder.resolve("tour.sh");
    String port = "localhost:" + SERVER.uri().getPort();
    Files.writeString(file, script.toString().replace("localhost:3232", port));
    File out = folder.resolve("out").toFile();
    File err = folder.resolve("err").toFile();
    ProcessBuilder builder =
        new ProcessBuilder("/bin/bash", file.toString()).redirectOutput(out).redirectError(err);
    builder.environment().put("TMPDIR", folder.toString());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the commands end").isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String printed = Files.readString(out.toPath());
    assertThat(process.exitValue()).as(Files.readString(err.toPath()) + printed).isZero();
    return printed;
  }
}
