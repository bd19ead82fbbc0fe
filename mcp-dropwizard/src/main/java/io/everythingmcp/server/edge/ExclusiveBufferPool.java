package io.everythingmcp.server.edge;

import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Retainable;
import org.eclipse.jetty.io.RetainableByteBuffer;

/**
 * Buffer pool in which no two connections share a buffer.
 *
 * <p>When a connection fails, Jetty can use its request buffer on two threads: one reads into it,
 * or releases it, after the other one has released it. By then the buffer may belong to another
 * connection, whose request is then processed twice or contains bytes of others. Therefore request
 * buffers, which are on the heap, are not reused. For all other buffers, each acquisition has a
 * reference counter of its own, so that a second release fails instead of taking the buffer from
 * its next owner.
 *
 * @see <a href="https://github.com/jetty/jetty.project/issues/12939">Jetty issue 12939</a>
 */
final class ExclusiveBufferPool extends ByteBufferPool.Wrapper {
  ExclusiveBufferPool(ByteBufferPool pool) {
    super(pool);
  }

  @Override
  public RetainableByteBuffer.Mutable acquire(int size, boolean direct) {
    if (!direct) {
      return NON_POOLING.acquire(size, false);
    }
    RetainableByteBuffer pooled = super.acquire(size, true);
    return new RetainableByteBuffer.FixedCapacity(
        pooled.getByteBuffer(), new AcquisitionCounter(pooled));
  }

  /** References of one acquisition of a buffer. */
  private static final class AcquisitionCounter extends Retainable.ReferenceCounter {
    private final RetainableByteBuffer pooled;

    AcquisitionCounter(RetainableByteBuffer pooled) {
      this.pooled = pooled;
    }

    @Override
    public boolean release() {
      boolean last = super.release();
      if (last) {
        pooled.release();
      }
      return last;
    }
  }
}
