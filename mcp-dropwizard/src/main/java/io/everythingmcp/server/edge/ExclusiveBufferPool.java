package io.everythingmcp.server.edge;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Retainable;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Buffer pool of one connection, which shares no buffer that another thread may still use.
 *
 * <p>When a connection fails, Jetty can use its request buffer on two threads: one reads into it,
 * or releases it, after the other one has released it. By then the buffer may belong to another
 * connection, whose request is then processed twice or contains bytes of others. Therefore request
 * buffers, which are on the heap, are only reused by their connection. Each acquisition has a
 * reference counter of its own, so that a second release fails instead of taking the buffer from
 * its next owner.
 *
 * <p>The released request buffer is weakly reachable, so that an idle connection holds none.
 *
 * @see <a href="https://github.com/jetty/jetty.project/issues/12939">Jetty issue 12939</a>
 */
final class ExclusiveBufferPool extends ByteBufferPool.Wrapper {
  /** The released request buffer of the connection, or null. */
  private final AtomicReference<WeakReference<ByteBuffer>> requestBuffer = new AtomicReference<>();

  ExclusiveBufferPool(ByteBufferPool pool) {
    super(pool);
  }

  @Override
  public RetainableByteBuffer.Mutable acquire(int size, boolean direct) {
    if (direct) {
      RetainableByteBuffer pooled = super.acquire(size, true);
      return new RetainableByteBuffer.FixedCapacity(
          pooled.getByteBuffer(), new AcquisitionCounter(pooled::release));
    }
    WeakReference<ByteBuffer> released = requestBuffer.getAndSet(null);
    ByteBuffer buffer = released == null ? null : released.get();
    if (buffer == null || buffer.capacity() != size) {
      ByteBuffer allocated = BufferUtil.allocate(size);
      return exclusive(allocated, new WeakReference<>(allocated));
    }
    BufferUtil.clear(buffer);
    return exclusive(buffer, released);
  }

  private RetainableByteBuffer.Mutable exclusive(
      ByteBuffer buffer, WeakReference<ByteBuffer> reference) {
    return new RetainableByteBuffer.FixedCapacity(
        buffer, new AcquisitionCounter(() -> requestBuffer.set(reference)));
  }

  /** References of one acquisition of a buffer. */
  private static final class AcquisitionCounter extends Retainable.ReferenceCounter {
    private final Runnable lastRelease;

    AcquisitionCounter(Runnable lastRelease) {
      this.lastRelease = lastRelease;
    }

    @Override
    public boolean release() {
      boolean last = super.release();
      if (last) {
        lastRelease.run();
      }
      return last;
    }
  }
}
