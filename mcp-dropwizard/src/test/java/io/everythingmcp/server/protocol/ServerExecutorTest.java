package io.everythingmcp.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Limits of the executor. */
class ServerExecutorTest {
  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger done = new AtomicInteger();
  private ServerExecutor workers;

  @AfterEach
  void shutDown() {
    release.countDown();
    workers.close();
  }

  private void waitAndCount() {
    try {
      release.await();
      done.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void platformThreadsAreLimitedTo256() {
    workers = new ServerExecutor(false);
    IntStream.range(0, 256)
        .forEach(
            i -> assertThat(workers.tryExecute(this::waitAndCount)).as("number " + i).isTrue());
    await().untilAsserted(() -> assertThat(workers.running()).isEqualTo(256));
    assertThat(workers.tryExecute(this::waitAndCount)).isFalse();

    // Deferred tasks are executed later.
    workers.execute(this::waitAndCount);
    assertThat(workers.running()).isEqualTo(256);
    release.countDown();
    await().untilAsserted(() -> assertThat(done).hasValue(257));
    assertThat(workers.tryExecute(this::waitAndCount)).isTrue();
    await().untilAsserted(() -> assertThat(done).hasValue(258));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void virtualThreadsAreUnlimited() {
    workers = new ServerExecutor(true);
    IntStream.range(0, 2_000)
        .forEach(i -> assertThat(workers.tryExecute(this::waitAndCount)).isTrue());
    await().untilAsserted(() -> assertThat(workers.running()).isEqualTo(2_000));
    release.countDown();
    await().untilAsserted(() -> assertThat(done).hasValue(2_000));
  }
}
