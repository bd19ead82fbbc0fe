package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.store.KeyValueStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import redis.clients.jedis.CommandObjects;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.params.GetExParams;
import redis.clients.jedis.params.SetParams;

final class RedisKeyValueStore<T> implements KeyValueStore<T> {
  private static final String CHANGE =
      """
      local now = redis.call('GET', KEYS[1])
      if now ~= ARGV[1] then
        return now
      end
      if ARGV[2] then
        redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL')
      else
        redis.call('DEL', KEYS[1])
      end
      return 1
      """;

  /** Returns 1 if it has changed the value, otherwise the present value. */
  private static final LuaScript SWAP = new LuaScript(CHANGE);

  /** The script for a repetition. */
  private static final LuaScript SWAP_AGAIN =
      new LuaScript(
          """
          if redis.call('GET', KEYS[1]) == (ARGV[2] or false) then
            return 1
          end
          """
              + CHANGE);

  private static final CommandObjects OBJECTS = new CommandObjects(RedisProtocol.RESP2);

  private final RedisCommandExecutor commands;
  private final String prefix;
  private final ValueCodec<T> codec;

  RedisKeyValueStore(RedisCommandExecutor commands, String prefix, Class<T> type) {
    this.commands = commands;
    this.prefix = prefix;
    this.codec = new ValueCodec<>(type);
  }

  @Override
  public Optional<T> get(String key) {
    byte[] name = name(key);
    return Optional.ofNullable(commands.repeatable(redis -> redis.get(name))).map(codec::read);
  }

  @Override
  public Optional<T> touch(String key, Duration ttl) {
    byte[] name = name(key);
    GetExParams life = GetExParams.getExParams().px(RedisTtl.millis(ttl));
    return Optional.ofNullable(commands.repeatable(redis -> redis.getEx(name, life)))
        .map(codec::read);
  }

  @Override
  public CompletionStage<Optional<T>> touchAsync(String key, Duration ttl) {
    GetExParams life = GetExParams.getExParams().px(RedisTtl.millis(ttl));
    return commands
        .executeAsync(OBJECTS.getEx(name(key), life))
        .thenApply(raw -> Optional.ofNullable(raw).map(codec::read));
  }

  @Override
  public Optional<Duration> remaining(String key) {
    byte[] name = name(key);
    long millis = commands.repeatable(redis -> redis.pttl(name));
    return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
  }

  @Override
  public void put(String key, T value, Duration ttl) {
    byte[] name = name(key);
    byte[] raw = codec.write(value);
    SetParams life = SetParams.setParams().px(RedisTtl.millis(ttl));
    commands.repeatable(redis -> redis.set(name, raw, life));
  }

  @Override
  public boolean putIfAbsent(String key, T value, Duration ttl) {
    byte[] name = name(key);
    byte[] raw = codec.write(value);
    SetParams first = SetParams.setParams().nx().px(RedisTtl.millis(ttl));
    return commands.executeOnce(redis -> redis.set(name, raw, first)) != null;
  }

  @Override
  public Optional<T> update(String key, UnaryOperator<T> change) {
    byte[] name = name(key);
    byte[] now = commands.repeatable(redis -> redis.get(name));
    while (now != null) {
      T next = change.apply(codec.read(now));
      byte[] raw = next == null ? null : codec.write(next);
      if (Arrays.equals(now, raw)) {
        return Optional.of(next);
      }
      Object reply = swap(name, now, raw);
      if (reply instanceof Long) {
        return Optional.ofNullable(next);
      }
      now = (byte[]) reply;
    }
    return Optional.empty();
  }

  private Object swap(byte[] name, byte[] now, byte[] next) {
    byte[][] arguments = next == null ? new byte[][] {name, now} : new byte[][] {name, now, next};
    return commands.repeatable(
        redis -> SWAP.run(redis, arguments), redis -> SWAP_AGAIN.run(redis, arguments));
  }

  @Override
  public Optional<T> take(String key) {
    byte[] name = name(key);
    return Optional.ofNullable(commands.executeOnce(redis -> redis.getDel(name))).map(codec::read);
  }

  @Override
  public boolean remove(String key) {
    byte[] name = name(key);
    return commands.executeOnce(redis -> redis.del(name)) > 0;
  }

  private byte[] name(String key) {
    return LuaScript.bytes(prefix + key);
  }
}
