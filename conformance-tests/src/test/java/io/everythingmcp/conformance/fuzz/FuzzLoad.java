package io.everythingmcp.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Concurrent clients with one connection each, which send invalid requests. */
final class FuzzLoad {
  private static final int CLIENTS = 12;
  private static final int MOST_FINDINGS = 12;

  private final int port;
  private final long seed;
  private final List<JsonNode> tools;
  private final Map<String, LongAdder> statuses = new ConcurrentSkipListMap<>();
  private final Map<String, RuleViolation> findings = new ConcurrentHashMap<>();

  FuzzLoad(int port, long seed, List<JsonNode> tools) {
    this.port = port;
    this.seed = seed;
    this.tools = tools;
  }

  /** Sends the requests from one number to another. */
  void run(long from, long to) {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    for (int client = 0; client < CLIENTS; client++) {
      long first = from + client;
      clients.execute(() -> client(first, to));
    }
    clients.shutdown();
    try {
      if (!clients.awaitTermination(10, TimeUnit.MINUTES)) {
        throw new AssertionError("The clients made no progress after " + statuses);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  private void client(long first, long to) {
    try (FuzzClient client = new FuzzClient(port, tools)) {
      for (long n = first; n < to && findings.size() < MOST_FINDINGS; n += CLIENTS) {
        RuleViolation finding =
            client.sendOne(n, new SeededRandom(seed * 1_000_003 + n), this::count);
        if (finding != null) {
          findings.putIfAbsent(finding.kind(), finding);
        }
      }
    } catch (RuntimeException | Error e) {
      findings.putIfAbsent(
          "the test works", new RuleViolation("the test works: " + e, first, "", ""));
    }
  }

  private void count(String what) {
    statuses.computeIfAbsent(what, w -> new LongAdder()).increment();
  }

  List<RuleViolation> findings() {
    return List.copyOf(findings.values());
  }

  Map<String, Long> statuses() {
    Map<String, Long> sums = new TreeMap<>();
    statuses.forEach((status, count) -> sums.put(status, count.sum()));
    return sums;
  }
}
