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

  private final LoadResults tally = new LoadResults();
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<LoadClient> clients = new ArrayList<>();
  private final List<Future<?>> work = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Starts the clients. */
  ClientLoad(ServerFleet fleet, int count) {
    for (int i = 0; i < count; i++) {
      clients.add(new LoadClient(fleet.client(), tally, over::get));
    }
    clients.forEach(client -> work.add(threads.submit(client::call)));
    clients.forEach(client -> work.add(threads.submit(client::follow)));
    work.add(threads.submit(clients.get(0)::change));
    clients.forEach(client -> threads.execute(client::listen));
  }

  /** Waits until each client has requests in progress. */
  void awaitMore() {
    int streams = tally.streams.get() + clients.size();
    await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS).until(() -> tally.streams.get() >= streams);
  }

  /** Completes the requests in progress; asserts that all sessions still exist, and ends them. */
  LoadResults finish() throws Exception {
    over.set(true);
    for (Future<?> part : work) {
      part.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    clients.forEach(client -> assertThat(client.alive()).isTrue());
    clients.forEach(LoadClient::finish);
    threads.shutdown();
    assertThat(threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return tally;
  }

  @Override
  public void close() {
    over.set(true);
    threads.shutdownNow();
  }
}
