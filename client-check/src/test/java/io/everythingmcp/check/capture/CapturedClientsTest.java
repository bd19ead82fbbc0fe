package io.everythingmcp.check.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Recordings of clients: the rules find the known violations of these clients, each verified by
 * hand against the specification, and no others.
 */
class CapturedClientsTest {
  private static final List<String> FAULTS =
      List.of(
          "inspector-cli.http-auto.none.eras 1 WARNING H09 [2, 8]",
          "inspector-cli.http-auto.none.eras 4 WARNING H09 [19, 25]",
          "inspector-cli.http-auto.none.eras 5 WARNING H09 [32, 38]",
          "inspector-cli.http-auto.none.eras 6 WARNING H09 [45, 51]",
          "inspector-cli.http-auto.none.eras 7 WARNING H09 [58, 64]",
          "inspector-cli.http-auto.none.eras 8 WARNING H09 [71, 77]",
          "inspector-cli.http-legacy.none 1 WARNING H09 [1, 6, 21]",
          "inspector-cli.http-legacy.oauth 1 WARNING H09 [11, 16, 21]",
          "java-sdk-classic.http.none.faults 1 WARNING H10 [4]",
          "langchain-adapters.http.none 1 WARNING H09 [1]",
          "langchain-adapters.http.oauth 1 WARNING H09 [11]",
          "langchain4j.http-with-get.none 1 FAILURE B15 [23]",
          "langchain4j.http-with-get.none 1 FAILURE H05 [2, 3, 4]",
          "langchain4j.http-with-get.none 1 WARNING H09 [1]",
          "langchain4j.http.none.faults 1 FAILURE H05 [2, 3, 4]",
          "langchain4j.http.none.faults 1 WARNING H09 [1]",
          "langchain4j.http.none.faults 1 WARNING H10 [4]",
          "langchain4j.http.none.faults 2 FAILURE H05 [8, 9, 10]",
          "langchain4j.http.none.faults 2 WARNING H09 [7]",
          "langchain4j.http.none.faults 3 FAILURE H05 [14, 15, 16]",
          "langchain4j.http.none.faults 3 WARNING H09 [13]",
          "langchain4j.http.none.faults 4 FAILURE H05 [20, 21, 22]",
          "langchain4j.http.none.faults 4 WARNING H09 [23]",
          "langchain4j.http.none 1 FAILURE B15 [22]",
          "langchain4j.http.none 1 FAILURE H05 [2, 3, 4]",
          "langchain4j.http.none 1 WARNING H09 [1]",
          "langchain4j.sse.none 1 FAILURE B15 [23]",
          "mcpassured.http-and-sse.none 1 FAILURE L01 [1, 3]",
          "mcpassured.http-and-sse.none 1 WARNING H03 [1, 3]",
          "mcpc.http.oauth 1 WARNING A08 [4]",
          "typescript-client-2.http-auto.oauth.tokens 1 WARNING A21 [16]",
          "typescript-client-2.http-auto.oauth.tokens 2 WARNING A21 [41]",
          "typescript-client-2.http-legacy.none.faults 5 FAILURE H08 [37, 38]",
          "typescript-client-2.http-legacy.oauth.tokens 1 WARNING A21 [18]",
          "typescript-sdk-1.http.none.faults 5 FAILURE H08 [37, 38]",
          "typescript-sdk-1.http.oauth 1 WARNING A13 [46, 47]",
          "typescript-sdk-1.http.oauth.tokens 1 WARNING A21 [21]",
          "typescript-sdk-1.http.oauth.tokens 2 WARNING A21 [45]",
          "typescript-sdk-1.sse.oauth 1 WARNING A13 [45]");

  @Test
  void recordedClientsHaveExactlyTheKnownFindings() throws IOException, URISyntaxException {
    List<String> found = new ArrayList<>();
    Path folder = Path.of(CapturedClientsTest.class.getResource("/captures").toURI());
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".jsonl.gz", "");
      CaptureFile.read(file).runs().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              run ->
                  CapturedFindings.of(run.getValue())
                      .forEach(line -> found.add(name + " " + run.getKey() + " " + line)));
    }

    assertThat(files).hasSize(43);
    assertThat(found).containsExactlyInAnyOrderElementsOf(FAULTS);
  }
}
