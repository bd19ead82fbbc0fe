package io.everythingmcp.server.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RedisReplyExecutorTest {
  @AutoClose("shutdownNow")
  private final ForkJoinPool pool = RedisReplyExecutor.pool();

  @Test
  void waitingTasksDoNotBlockOthers() throws Exception {
    int many = 4 * pool.getParallelism();
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(many);
    for (int i = 0; i < many; i++) {
      pool.execute(
          () -> {
            RedisReplyExecutor.waiting(() -> arrived(release));
            over.countDown();
          });
    }
    pool.execute(release::countDown);
    assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private static boolean arrived(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
