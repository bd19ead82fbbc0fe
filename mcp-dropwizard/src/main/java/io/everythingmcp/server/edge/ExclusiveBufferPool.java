package io.everythingmcp.server.edge;

import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Retainable;
import org.eclipse.jetty.io.RetainableByteBuffer;

/**
 * Buffer pool in which a buffer that is released too often does not reach a second connection.
 *
 * <p>Jetty can release the request buffer of a connection twice, if a request fails on one thread
 * while another thread reads it. Between the two releases the buffer may have been acquired by
 * another connection, and the second release returns it to the pool while that connection uses it.
 * Two connections then share a buffer: a request can be processed twice, or on another connection.
 * Here each acquisition has a reference counter of its own, so the second release fails.
 *
 * @see <a href="https://github.com/jetty/jetty.project/issues/12939">Jetty issue 12939</a>
 */
final class ExclusiveBufferPool extends ByteBufferPool.Wrapper {
  ExclusiveBufferPool(ByteBufferPool pool) {
    super(pool);
  }

  @Override
  public RetainableByteBuffer.Mutable acquire(int size, boolean direct) {
    RetainableByteBuffer pooled = super.acquire(size, direct);
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
