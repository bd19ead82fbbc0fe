package io.everythingmcp.check.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.everythingmcp.check.journal.CheckRunOptions;
import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.ExportedRun;
import io.everythingmcp.check.journal.HeaderList;
import io.everythingmcp.check.journal.InvalidExportException;
import io.everythingmcp.check.journal.JournalFile;
import io.everythingmcp.check.journal.JournalFileReader;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.RecordedBody;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedProvocation;
import io.everythingmcp.check.journal.RecordedRequest;
import io.everythingmcp.check.journal.RecordedResponse;
import io.everythingmcp.check.journal.RunFacts;
import io.everythingmcp.check.report.RunReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs that reach a limit. */
class EndedRunTest {
  private static final String URL = "http://localhost:1/check/runs/x";

  private static CheckRun run(RunBudget budget) {
    RunPreset preset = RunPresets.load().find("plain").orElseThrow();
    RunFacts facts = new RunFacts("x", "plain", 1, URL + "/mcp", List.of(), CheckRunOptions.NONE);
    return new CheckRun(
        "x",
        preset,
        CheckRunOptions.NONE,
        new RunAddresses(URL),
        new RunRecording("x", facts, budget, Optional.empty()),
        Optional.empty(),
        Clock.systemUTC());
  }

  private static RecordedExchange exchange(int n, String body) {
    return new RecordedExchange(
        n,
        EndpointKind.MCP,
        new RecordedRequest(
            n, n, "POST", "/mcp", HeaderList.EMPTY, RecordedBody.of(body), "1", false),
        RecordedResponse.pending(n),
        null);
  }

  @Test
  void runEndsWithASentenceWhenTheExchangesOfAllRunsReachTheLimit() {
    RunBudget budget = new RunBudget(1000, 3);
    CheckRun run = run(budget);
    for (int n = 1; n <= 3; n++) {
      assertThat(run.next()).isEqualTo(n);
      run.record(exchange(n, "{}"));
    }
    assertThat(run.isFinished()).isFalse();

    assertThat(run.next()).isZero();

    assertThat(run.isFinished()).isTrue();
    assertThat(run.next()).isZero();
    assertThat(run.snapshot().exchanges()).hasSize(3);
    assertThat(RunReport.of(run.snapshot()).headline())
        .startsWith("The run stopped recording at the limit of all runs of the server together;");
  }

  @Test
  void runEndsWithASentenceAfterItsLastExchange() {
    CheckRun run = run(new RunBudget(1000, 1_000_000));
    for (int n = 1; n <= RunLimits.EXCHANGES; n++) {
      assertThat(run.next()).isEqualTo(n);
    }
    run.record(exchange(RunLimits.EXCHANGES, "{}"));
    assertThat(run.next()).isZero();
    assertThat(RunReport.of(run.snapshot()).headline())
        .startsWith("The run stopped recording at 100,000 exchanges;");
  }

  private static ExportedRun exported(List<RecordedProvocation> provocations, String... bodies) {
    List<RecordedExchange> exchanges =
        IntStream.range(0, bodies.length).mapToObj(i -> exchange(i + 1, bodies[i])).toList();
    RunFacts facts = new RunFacts("x", "plain", 1, URL + "/mcp", List.of(), CheckRunOptions.NONE);
    return new ExportedRun(new JournalSnapshot(facts, exchanges, provocations, true, 9), List.of());
  }

  @Test
  void importBeyondALimitIsRefused() throws Exception {
    RecordedProvocation provocation =
        new RecordedProvocation(
            "P63", 1, 1, JsonNodeFactory.instance.objectNode().put("text", "x".repeat(90)));
    RunBudget budget = new RunBudget(100, 2);
    run(budget).restore(exported(List.of(), "{}", "{}"));
    for (ExportedRun large :
        List.of(
            exported(List.of(), "{}", "{}", "{}"),
            exported(List.of(), "x".repeat(101)),
            exported(List.of(provocation), "{}"))) {
      CheckRun run = run(new RunBudget(100, 2));
      assertThatThrownBy(() -> run.restore(large))
          .isInstanceOf(InvalidExportException.class)
          .hasMessageContaining("it exceeds the limit of one run or of all runs");
    }
  }

  private static ExportedRun importedAgain(ExportedRun run) throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    JournalFile.write(run, file);
    ExportedRun read = JournalFileReader.read(new ByteArrayInputStream(file.toByteArray()));
    CheckRun copy = run(new RunBudget(1L << 30, 1_000_000));
    copy.restore(read);
    return copy.export();
  }

  @Test
  void runEndsWhenItsFaultsReachTheLimitAndItsExportCanBeImported() throws Exception {
    CheckRun run = run(new RunBudget(1L << 30, 1_000_000));
    run.record(exchange(run.next(), "{}"));
    for (int i = 1; i < RunLimits.PROVOCATIONS; i++) {
      run.provoked("P30", 1, JsonNodeFactory.instance.objectNode().put("list", "tools"));
    }
    assertThat(run.next()).isEqualTo(2);
    run.provoked("P30", 1, JsonNodeFactory.instance.objectNode().put("list", "tools"));
    assertThat(run.next()).isZero();
    assertThat(RunReport.of(run.snapshot()).headline())
        .startsWith("The run stopped recording at 99,000 faults;");

    for (int i = 0; i < 2_000; i++) {
      run.provoked("P30", 1, JsonNodeFactory.instance.objectNode().put("list", "tools"));
    }
    ExportedRun exported = run.export();
    assertThat(exported.journal().provocations()).hasSize(RecordedProvocation.MOST);
    assertThat(importedAgain(exported)).isEqualTo(exported);
  }

  @Test
  void runEndsWhenItsFaultsReachTheLimitOfCharacters() throws Exception {
    CheckRun run = run(new RunBudget(1L << 30, 1_000_000));
    run.record(exchange(run.next(), "{}"));
    int enough = (int) (RecordedProvocation.MOST_CHARACTERS / 10_000) + 1;
    for (int i = 0; i < enough; i++) {
      run.provoked("P31", 1, JsonNodeFactory.instance.objectNode().put("uri", "x".repeat(10_000)));
    }
    assertThat(run.next()).isZero();
    assertThat(run.export().journal().provocations()).hasSizeBetween(enough * 98 / 100, enough);
    assertThat(importedAgain(run.export())).isEqualTo(run.export());
  }

  @Test
  void importThatCannotBeEvaluatedLeavesNoRun() {
    AtomicReference<String> id = new AtomicReference<>();
    CheckRunRegistry runs =
        new CheckRunRegistry(
            "http://localhost:1",
            RunPresets.load(),
            settings -> {
              throw new UnsupportedOperationException("no request is forwarded in this test");
            },
            Clock.systemUTC());
    StackOverflowError error = new StackOverflowError();
    assertThatThrownBy(
            () ->
                runs.restore(
                    exported(List.of(), "{}"),
                    run -> {
                      id.set(run.id());
                      throw error;
                    }))
        .isSameAs(error);
    assertThat(runs.find(id.get())).isEmpty();
  }

  @Test
  void deletedRunReleasesWhatItHasKept() {
    RunBudget budget = new RunBudget(10, 1);
    CheckRun first = run(budget);
    first.next();
    first.record(exchange(1, "0123456789"));
    CheckRun second = run(budget);
    first.delete();
    first.delete();
    assertThat(second.next()).isEqualTo(1);
    second.record(exchange(1, "0123456789"));
    assertThat(second.snapshot().exchanges().get(0).request().body().dropped()).isFalse();
    CheckRun third = run(budget);
    third.record(exchange(1, "0"));
    assertThat(third.snapshot().exchanges().get(0).request().body().dropped()).isTrue();
    assertThat(third.next()).isZero();
  }
}
