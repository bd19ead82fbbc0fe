package io.everythingmcp.server.store.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;

/**
 * Values that are read with every request and seldom change: where Redis sends the same bytes
 * again, the value that was made of them is given again. Values are immutable, so nobody notices.
 */
final class Decoded<T> {
  /** A few thousand sessions; what is forgotten is only decoded again. */
  private static final int MOST_BYTES = 4 * 1_024 * 1_024;

  private final Codec<T> codec;
  private final Cache<String, Entry<T>> known =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((String key, Entry<T> entry) -> key.length() + entry.raw.length)
          .build();

  private static final class Entry<T> {
    private final byte[] raw;
    private final T value;

    Entry(byte[] raw, T value) {
      this.raw = raw;
      this.value = value;
    }
  }

  Decoded(Codec<T> codec) {
    this.codec = codec;
  }

  /**
   * The value of a key.
   *
   * @param raw as Redis has it now
   */
  T read(String key, byte[] raw) {
    Entry<T> last = known.getIfPresent(key);
    if (last != null && Arrays.equals(last.raw, raw)) {
      return last.value;
    }
    T value = codec.read(raw);
    known.put(key, new Entry<>(raw, value));
    return value;
  }
}
