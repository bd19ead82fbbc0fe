package io.everythingmcp.server.protocol.context;

import io.everythingmcp.server.task.TaskRunner;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A cancellation and the switch for it. */
public final class CancellationSource implements TaskRunner.CancellableTask {
  private final CountDownLatch requested = new CountDownLatch(1);

  @Override
  public void request() {
    requested.countDown();
  }

  @Override
  public boolean isCancelled() {
    return requested.getCount() == 0;
  }

  @Override
  public boolean awaitCancellation(Duration time) {
    try {
      return requested.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
