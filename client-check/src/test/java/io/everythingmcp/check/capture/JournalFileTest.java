package io.everythingmcp.check.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.everythingmcp.check.journal.CheckRunOptions;
import io.everythingmcp.check.journal.ExportedRun;
import io.everythingmcp.check.journal.InvalidExportException;
import io.everythingmcp.check.journal.JournalFile;
import io.everythingmcp.check.journal.JournalFileReader;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.RecordedProvocation;
import io.everythingmcp.check.journal.RunFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Export of recorded runs, and its evaluation. */
class JournalFileTest {

  private static Path captures() throws URISyntaxException {
    return Path.of(JournalFileTest.class.getResource("/captures").toURI());
  }

  /** A recorded run with a sign-in. */
  private static ExportedRun example() throws IOException, URISyntaxException {
    JournalSnapshot run =
        CaptureFile.read(captures().resolve("typescript-sdk-1.http.oauth.jsonl.gz")).runs().get(1);
    return new ExportedRun(
        new JournalSnapshot(
            run.facts(),
            run.exchanges(),
            List.of(
                new RecordedProvocation(
                    "P63", 5, 2, JsonNodeFactory.instance.objectNode().put("status", "429"))),
            run.finished(),
            run.now()),
        List.of(7L));
  }

  private static String write(ExportedRun run) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JournalFile.write(run, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ExportedRun read(String text) throws IOException, InvalidExportException {
    return JournalFileReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void everyRecordedRunIsReadAsItWasAndHasTheSameFindings() throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.list(captures())) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      for (JournalSnapshot run : CaptureFile.read(file).runs().values()) {
        JournalSnapshot again = read(write(new ExportedRun(run, List.of()))).journal();
        assertThat(again).as(file.toString()).isEqualTo(run);
        assertThat(CapturedFindings.of(again)).isEqualTo(CapturedFindings.of(run));
      }
    }
    assertThat(files).isNotEmpty();
  }

  @Test
  void provocationsAndSkipsAreReadAsTheyWere() throws Exception {
    assertThat(read(write(example()))).isEqualTo(example());
  }

  private static ExportedRun with(CheckRunOptions options) throws Exception {
    JournalSnapshot run = example().journal();
    RunFacts facts = run.facts();
    return new ExportedRun(
        new JournalSnapshot(
            new RunFacts(
                facts.id(),
                facts.preset(),
                facts.startedAt(),
                facts.mcpUrl(),
                facts.issuers(),
                options),
            run.exchanges(),
            run.provocations(),
            run.finished(),
            run.now()),
        example().skips());
  }

  @Test
  void optionsAreReadAsTheyWereAndAreAbsentInEarlierFiles() throws Exception {
    ExportedRun run = with(new CheckRunOptions(true, 45));
    assertThat(read(write(run))).isEqualTo(run);
    String earlier = write(run).replace(",\"options\":{\"guided\":true,\"slowSeconds\":45}", "");
    assertThat(earlier).isNotEqualTo(write(run));
    assertThat(read(earlier)).isEqualTo(example());
  }

  @Test
  void truncatedFileIsRefusedWhereverItEnds() throws Exception {
    String whole = write(example());
    for (int end = 0; end < whole.length(); end += 997) {
      String part = whole.substring(0, end);
      assertThatThrownBy(() -> read(part))
          .isInstanceOf(InvalidExportException.class)
          .hasMessageMatching("(?s).*(truncated|first line).*");
    }
    assertThatThrownBy(() -> read(whole.substring(0, whole.lastIndexOf("{\"provocation\""))))
        .hasMessageContaining("announces 1 provocations, the file has 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "no JSON",
        "[]",
        "{\"log\":{\"version\":\"1.2\",\"entries\":[]}}",
        "{\"n\":1}\n{}"
      })
  void foreignFileIsRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InvalidExportException.class)
        .hasMessageStartingWith("Not the export of a run");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":1 | \"version\":2 | expected 1",
        "\"n\":2, | \"n\":2147483647, | expected a number greater than 1",
        "\"n\":2, | \"n\":1, | expected a number greater than 1",
        "\"endpoint\":\"TOKEN\" | \"endpoint\":\"SHOP\" | Line",
        "\"exchanges\": | \"exchanges\":1000 | expected a number from 0 to 100000",
        "\"mcpUrl\":\"http | \"mcpUrl\":\"no url | expected an absolute URL",
        "\"judged\":\" | \"judged\":\"never | expected a time in UTC",
        "\"slowSeconds\":0 | \"slowSeconds\":601 | \"slowSeconds\" (0 to 600)",
        "\"guided\":false | \"guided\":\"no\" | expected an object with \"guided\"",
        "{\"provocation\" | {\"other\" | expected an object with"
      })
  void changedFileIsRefusedWithItsLineOrField(String from, String to, String message)
      throws Exception {
    String changed = write(example()).replace(from, to);
    assertThat(changed).isNotEqualTo(write(example()));
    assertThatThrownBy(() -> read(changed))
        .isInstanceOf(InvalidExportException.class)
        .hasMessageContaining(message);
  }

  private static ExportedRun withProvocations(int count, String text) throws Exception {
    ExportedRun run = example();
    RecordedProvocation one =
        new RecordedProvocation(
            "P63", 5, 2, JsonNodeFactory.instance.objectNode().put("status", text));
    return new ExportedRun(
        new JournalSnapshot(
            run.journal().facts(),
            run.journal().exchanges(),
            Collections.nCopies(count, one),
            run.journal().finished(),
            run.journal().now()),
        run.skips());
  }

  @Test
  void provocationsAreLimitedInSizeAndNumber() throws Exception {
    assertThat(read(write(withProvocations(100_000, "429"))).journal().provocations())
        .hasSize(100_000);
    String many = write(withProvocations(100_001, "429"));
    assertThatThrownBy(() -> read(many))
        .isInstanceOf(InvalidExportException.class)
        .hasMessageContaining("expected a number from 0 to 100000");
    String characters = write(withProvocations(2_100, "4".repeat(10_000)));
    assertThatThrownBy(() -> read(characters))
        .isInstanceOf(InvalidExportException.class)
        .hasMessageContaining("100000 provocations of 20971520 characters together");
    String large = write(withProvocations(1, "4".repeat(16 * 1024)));
    assertThatThrownBy(() -> read(large))
        .isInstanceOf(InvalidExportException.class)
        .hasMessageContaining("the provocation is too large: at most 16384 characters");
    String deep =
        write(withProvocations(1, "429"))
            .replace("\"429\"", "[".repeat(300) + "1" + "]".repeat(300));
    assertThatThrownBy(() -> read(deep))
        .isInstanceOf(InvalidExportException.class)
        .hasMessageContaining("nested in fewer than 200 levels");
  }

  @Test
  void lineWithoutEndIsRefused() throws Exception {
    String header = write(example()).lines().findFirst().orElseThrow() + "\n";
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    assertThatThrownBy(
            () ->
                JournalFileReader.read(
                    new SequenceInputStream(
                        new ByteArrayInputStream(header.getBytes(StandardCharsets.UTF_8)),
                        endless)))
        .isInstanceOf(InvalidExportException.class)
        .hasMessageContaining("too large");
  }
}
