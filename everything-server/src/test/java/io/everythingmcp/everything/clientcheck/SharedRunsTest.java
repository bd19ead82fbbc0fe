package io.everythingmcp.everything.clientcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.check.fault.RunCall;
import io.everythingmcp.check.fault.ServerChange;
import io.everythingmcp.check.journal.CheckRunOptions;
import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.HeaderList;
import io.everythingmcp.check.journal.RecordedBody;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedRequest;
import io.everythingmcp.check.journal.RecordedResponse;
import io.everythingmcp.check.run.CheckRun;
import io.everythingmcp.check.run.CheckRunRegistry;
import io.everythingmcp.check.run.RunPresets;
import io.everythingmcp.check.run.RunServer;
import io.everythingmcp.check.run.RunServerSettings;
import io.everythingmcp.check.run.RunServers;
import io.everythingmcp.check.run.RunStore;
import io.everythingmcp.server.AdjustableClock;
import io.everythingmcp.server.store.memory.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that several registries share through one store. */
class SharedRunsTest {
  private static final String ECHO =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\"}}";

  private final MemoryStore store = new MemoryStore();
  private final CheckRunRegistry one = registry();
  private final CheckRunRegistry other = registry();

  private static RunServer withoutRequests() {
    throw new UnsupportedOperationException("no request is forwarded in this test");
  }

  private CheckRunRegistry registry() {
    return registry(Clock.systemUTC(), SharedRunsTest::withoutRequests);
  }

  private CheckRunRegistry registry(Clock clock, Supplier<RunServer> server) {
    RunServers servers =
        new RunServers() {
          @Override
          public RunServer start(RunServerSettings settings) {
            return server.get();
          }

          @Override
          public Optional<RunStore> store() {
            return Optional.of(new SharedRuns(store));
          }
        };
    return new CheckRunRegistry("http://localhost:1", RunPresets.load(), servers, clock);
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
    store.close();
  }

  private CheckRun start(String preset) {
    return one.create(one.presets().find(preset).orElseThrow(), CheckRunOptions.NONE);
  }

  private static int status(CheckRun run) {
    RunCall call =
        new RunCall(
            run.next(),
            EndpointKind.MCP,
            "main",
            "POST",
            "/mcp",
            HttpFields.EMPTY,
            ECHO.getBytes(StandardCharsets.UTF_8));
    return run.meet(call).instead().map(response -> response.status()).orElse(200);
  }

  @Test
  void eachConcurrentRequestIsCountedOnceByFaults() {
    CheckRun here = start("rate-limit");
    CheckRun there = other.find(here.id()).orElseThrow();
    List<CompletableFuture<Integer>> calls =
        IntStream.range(0, 60)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> status(i % 2 == 0 ? here : there)))
            .toList();
    assertThat(calls.stream().map(CompletableFuture::join)).containsOnlyOnce(429, 503).hasSize(60);
    assertThat(here.snapshot().provocations()).hasSize(2);
    assertThat(there.snapshot().provocations())
        .containsExactlyElementsOf(here.snapshot().provocations());
  }

  @Test
  void runRemovedElsewhereIsUnknownAndReceivesNoNumbers() {
    CheckRun here = start("plain");
    assertThat(other.find(here.id()).orElseThrow().next()).isEqualTo(1);
    assertThat(here.next()).isEqualTo(2);
    assertThat(other.delete(here.id())).isTrue();
    assertThat(here.next()).isZero();
    assertThat(one.find(here.id())).isEmpty();
    assertThat(one.delete(here.id())).isFalse();
  }

  private static RecordedExchange exchange(int n) {
    return new RecordedExchange(
        n,
        EndpointKind.MCP,
        new RecordedRequest(
            n, n, "POST", "/mcp", HeaderList.EMPTY, RecordedBody.of(ECHO), "1", false),
        RecordedResponse.pending(n),
        null);
  }

  @Test
  void laterCopyOfARunHasWhatTheSameInstanceRecordedBefore() {
    CheckRun here = start("plain");
    here.record(exchange(here.next()));
    one.close();
    CheckRun again = one.find(here.id()).orElseThrow();
    assertThat(again).isNotSameAs(here);
    assertThat(again.snapshot().exchanges()).hasSize(1);
    again.record(exchange(again.next()));
    assertThat(again.snapshot().exchanges()).hasSize(2);
  }

  @Test
  void copyIsEvictedOnlyWhenTheStoreHasRemovedTheRun() {
    AtomicInteger closed = new AtomicInteger();
    RunServer server =
        new RunServer() {
          @Override
          public Handler handler() {
            return null;
          }

          @Override
          public void announce(ServerChange change) {}

          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    AdjustableClock clock = new AdjustableClock(Instant.now());
    CheckRunRegistry third = registry(clock, () -> server);
    CheckRun run = start("plain");
    CheckRun copy = third.find(run.id()).orElseThrow();
    third.server(copy, "main");
    clock.move(CheckRunRegistry.QUIET.plusHours(1));
    assertThat(third.find(run.id()).orElseThrow()).isSameAs(copy);
    assertThat(closed).hasValue(0);

    one.delete(run.id());
    CheckRun next = start("plain");
    third.find(next.id());
    assertThat(closed).as("less than a minute after the last sweep").hasValue(0);
    clock.move(Duration.ofMinutes(1));
    third.find(next.id());
    assertThat(closed).hasValue(1);
  }

  @Test
  void idlestRunMakesRoomAtTheLimitOfAllInstances() {
    CheckRun first = start("plain");
    List<CheckRun> more = IntStream.range(0, 999).mapToObj(i -> start("plain")).toList();
    assertThat(other.find(first.id()).orElseThrow().next()).isEqualTo(1);
    CheckRun last = other.create(other.presets().find("plain").orElseThrow(), CheckRunOptions.NONE);
    assertThat(one.find(first.id())).isPresent();
    assertThat(one.find(last.id())).isPresent();
    assertThat(one.find(more.get(0).id())).isEmpty();
    assertThat(one.find(more.get(1).id())).isPresent();
  }
}
