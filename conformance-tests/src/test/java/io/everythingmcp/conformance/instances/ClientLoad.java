package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.conformance.harness.ServerFleet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Load of several clients on several instances. */
final class ClientLoad implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final LoadResults results = new LoadResults();
  private final AtomicBoolean finished = new AtomicBoolean();
  private final List<LoadClient> clients = new ArrayList<>();
  private final List<Future<?>> work = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Starts the clients. */
  ClientLoad(ServerFleet fleet, int count) {
    for (int i = 0; i < count; i++) {
      clients.add(new LoadClient(fleet.client(), results, finished::get));
    }
    clients.forEach(client -> work.add(threads.submit(client::call)));
    clients.forEach(client -> work.add(threads.submit(client::readProgressStreams)));
    work.add(threads.submit(clients.get(0)::change));
    clients.forEach(client -> threads.execute(client::readGetStream));
  }

  /** Waits until each client has requests in progress. */
  void awaitMore() {
    int streams = results.streams.get() + clients.size();
    await()
        .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .until(() -> results.streams.get() >= streams);
  }

  /** Completes the requests in progress; asserts that all sessions still exist, and ends them. */
  LoadResults finish() throws Exception {
    finished.set(true);
    for (Future<?> part : work) {
      part.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    clients.forEach(client -> assertThat(client.assertSessionExists()).isTrue());
    clients.forEach(LoadClient::finish);
    threads.shutdown();
    assertThat(threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return results;
  }

  @Override
  public void close() {
    finished.set(true);
    threads.shutdownNow();
  }
}
