package io.everythingmcp.server.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExclusiveBufferPoolTest {
  private static final int SIZE = 4_096;

  private final ByteBufferPool plain = new ArrayByteBufferPool();
  private final ByteBufferPool exclusive = new ExclusiveBufferPool(plain);

  /** The first use of a buffer does not come from the pool. */
  @BeforeEach
  void fillPool() {
    acquire(plain).release();
  }

  private static RetainableByteBuffer acquire(ByteBufferPool pool) {
    return pool.acquire(SIZE, true);
  }

  @Test
  void bufferReleasedTwiceStaysWithItsPresentOwner() {
    RetainableByteBuffer first = acquire(exclusive);
    first.release();
    RetainableByteBuffer second = acquire(exclusive);
    assertThat(second.getByteBuffer()).isSameAs(first.getByteBuffer());

    assertThatThrownBy(first::release).isInstanceOf(IllegalStateException.class);

    assertThat(second.getRetained()).isEqualTo(1);
    assertThat(acquire(exclusive).getByteBuffer()).isNotSameAs(second.getByteBuffer());
  }

  /** What the class prevents: without it, this would be two connections with one buffer. */
  @Test
  void plainPoolGivesABufferReleasedTwiceToTwoOwners() {
    RetainableByteBuffer first = acquire(plain);
    first.release();
    RetainableByteBuffer second = acquire(plain);
    first.release();
    assertThat(acquire(plain).getByteBuffer()).isSameAs(second.getByteBuffer());
  }

  @Test
  void retainedBufferReturnsToThePoolWithItsLastRelease() {
    RetainableByteBuffer buffer = acquire(exclusive);
    buffer.retain();
    assertThat(buffer.isRetained()).isTrue();
    assertThat(buffer.release()).isFalse();
    assertThat(acquire(exclusive).getByteBuffer()).isNotSameAs(buffer.getByteBuffer());
    assertThat(buffer.release()).isTrue();
    assertThat(acquire(exclusive).getByteBuffer()).isSameAs(buffer.getByteBuffer());
  }

  @Test
  void requestBufferIsOnlyReusedByItsConnection() {
    RetainableByteBuffer first = exclusive.acquire(SIZE, false);
    byte[] array = first.getByteBuffer().array();
    RetainableByteBuffer beside = exclusive.acquire(SIZE, false);
    assertThat(beside.getByteBuffer().array()).isNotSameAs(array);

    BufferUtil.append(first.getByteBuffer(), (byte) 1);
    first.release();
    RetainableByteBuffer other = new ExclusiveBufferPool(plain).acquire(SIZE, false);
    assertThat(other.getByteBuffer().array()).isNotSameAs(array);

    RetainableByteBuffer next = exclusive.acquire(SIZE, false);
    assertThat(next.getByteBuffer().array()).isSameAs(array);
    assertThat(next.hasRemaining()).isFalse();
    assertThat(exclusive.acquire(SIZE, false).getByteBuffer().array()).isNotSameAs(array);
  }

  @Test
  void requestBufferReleasedTwiceStaysWithItsPresentOwner() {
    RetainableByteBuffer first = exclusive.acquire(SIZE, false);
    first.release();
    RetainableByteBuffer second = exclusive.acquire(SIZE, false);

    assertThatThrownBy(first::release).isInstanceOf(IllegalStateException.class);

    assertThat(exclusive.acquire(SIZE, false).getByteBuffer()).isNotSameAs(second.getByteBuffer());
  }

  @Test
  void requestBufferOfAnotherSizeIsNotReused() {
    exclusive.acquire(SIZE, false).release();
    assertThat(exclusive.acquire(2 * SIZE, false).getByteBuffer().capacity()).isEqualTo(2 * SIZE);
  }

  @Test
  void connectionDoesNotHoldAReleasedRequestBuffer() {
    RetainableByteBuffer buffer = exclusive.acquire(SIZE, false);
    WeakReference<byte[]> array = new WeakReference<>(buffer.getByteBuffer().array());
    buffer.release();
    buffer = null;
    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(array.get()).isNull();
            });
  }
}
