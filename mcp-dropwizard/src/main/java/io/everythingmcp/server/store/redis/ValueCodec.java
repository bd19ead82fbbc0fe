package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How values are written: text as it is, everything else as JSON. */
final class ValueCodec<T> {
  private final Class<T> type;

  ValueCodec(Class<T> type) {
    this.type = type;
  }

  byte[] write(T value) {
    return value instanceof String text
        ? text.getBytes(StandardCharsets.UTF_8)
        : WireJson.bytes(value);
  }

  T read(byte[] raw) {
    if (type == String.class) {
      return type.cast(new String(raw, StandardCharsets.UTF_8));
    }
    try {
      return WireJson.MAPPER.readValue(raw, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
