package io.everythingmcp.everything.clientcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.everythingmcp.check.fault.RunCall;
import io.everythingmcp.check.fault.ServerChange;
import io.everythingmcp.check.journal.CheckRunOptions;
import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.HeaderList;
import io.everythingmcp.check.journal.RecordedBody;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedRequest;
import io.everythingmcp.check.journal.RecordedResponse;
import io.everythingmcp.check.journal.StreamEnd;
import io.everythingmcp.check.report.RunReport;
import io.everythingmcp.check.rule.FindingStatus;
import io.everythingmcp.check.run.CheckRun;
import io.everythingmcp.check.run.CheckRunRegistry;
import io.everythingmcp.check.run.RunPresets;
import io.everythingmcp.check.run.RunServer;
import io.everythingmcp.check.run.RunServerSettings;
import io.everythingmcp.check.run.RunServers;
import io.everythingmcp.check.run.RunStore;
import io.everythingmcp.server.AdjustableClock;
import io.everythingmcp.server.store.memory.MemoryStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private final AtomicBoolean refused = new AtomicBoolean();
  private final CheckRunRegistry one = registry();
  private final CheckRunRegistry other = registry();

  private static RunServer withoutRequests() {
    throw new UnsupportedOperationException("no request is forwarded in this test");
  }

  /** The store, which rejects log entries at times, as Redis does without memory. */
  private RunStore appendable(RunStore runs) {
    InvocationHandler calls =
        (proxy, method, arguments) -> {
          if (refused.get() && method.getName().equals("append")) {
            throw new RunStore.UnavailableException(null);
          }
          return method.invoke(runs, arguments);
        };
    return (RunStore)
        Proxy.newProxyInstance(
            RunStore.class.getClassLoader(), new Class<?>[] {RunStore.class}, calls);
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
            return Optional.of(appendable(new SharedRuns(store)));
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

  private static RecordedExchange ended(int n) {
    RecordedResponse response =
        new RecordedResponse(
            200, HeaderList.EMPTY, RecordedBody.EMPTY, List.of(), n, n, StreamEnd.SERVER);
    return new RecordedExchange(n, EndpointKind.MCP, exchange(n).request(), response, null);
  }

  @Test
  void responseAfterTheDeletionElsewhereStoresNothing() {
    CheckRun here = start("plain");
    here.record(exchange(here.next()));
    assertThat(store.logs().exists("check:log:" + here.id())).isTrue();
    other.delete(here.id());

    here.record(ended(1));
    here.record(ended(2));
    assertThat(new SharedRuns(store).number(here.id())).isZero();

    assertThat(store.logs().exists("check:log:" + here.id())).isFalse();
    assertThat(store.logs().exists("check:numbers:" + here.id())).isFalse();
  }

  private static long violated(CheckRun run) {
    return RunReport.of(run.snapshot()).count(FindingStatus.FAILURE);
  }

  @Test
  void missingExchangeIsStatedByEachInstanceAndNothingAfterItIsViolated() {
    CheckRun here = start("plain");
    CheckRun there = other.find(here.id()).orElseThrow();
    here.record(exchange(here.next()));
    here.record(ended(1));
    there.record(exchange(there.next()));
    assertThat(violated(here)).isPositive();
    assertThat(here.next()).isEqualTo(3);
    refused.set(true);
    here.record(exchange(3));
    here.record(ended(3));
    assertThat(RunReport.of(here.snapshot()).headline())
        .startsWith("Exchanges are missing from #3 on");
    refused.set(false);
    here.record(exchange(here.next()));
    for (CheckRun copy : List.of(here, there)) {
      RunReport report = RunReport.of(copy.snapshot());
      assertThat(report.headline()).startsWith("Exchanges are missing from #3 on");
      assertThat(report.findings())
          .noneMatch(finding -> finding.evidence().stream().anyMatch(n -> n >= 3));
    }
  }

  @Test
  void exchangeWhoseResponseIsStoredWithItsRequestIsNotMissing() {
    CheckRun here = start("plain");
    int n = here.next();
    refused.set(true);
    here.record(exchange(n));
    refused.set(false);
    here.record(ended(n));
    CheckRun there = other.find(here.id()).orElseThrow();
    assertThat(there.snapshot().exchanges()).containsExactly(ended(n));
    assertThat(there.snapshot().provocations()).isEmpty();
  }

  @Test
  void missingFaultIsStatedAndTheReactionToItIsNotViolated() {
    CheckRun here = start("plain");
    int n = here.next();
    refused.set(true);
    here.provoked("P03", n, JsonNodeFactory.instance.objectNode().put("cause", "restart"));
    refused.set(false);
    here.record(exchange(n));
    assertThat(RunReport.of(here.snapshot()).headline())
        .startsWith("Exchanges are missing from #1 on");
    assertThat(violated(here)).isZero();
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
