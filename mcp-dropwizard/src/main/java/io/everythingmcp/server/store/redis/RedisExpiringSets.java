package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.store.ExpiringSets;
import java.time.Duration;
import java.util.List;

final class RedisExpiringSets implements ExpiringSets {
  private static final Duration RETENTION = Duration.ofHours(1);

  /** Uses the clock of Redis, because the clocks of the instances may differ. */
  private static final String NOW =
      """
      local time = redis.call('TIME')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      """;

  /** A key expires with its last member, and then after the retention of overdue members. */
  private static final LuaScript ADD =
      new LuaScript(
          NOW
              + """
              local retention = tonumber(ARGV[3])
              redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
              redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - retention)
              if redis.call('PTTL', KEYS[1]) < ARGV[2] + retention then
                redis.call('PEXPIRE', KEYS[1], ARGV[2] + retention)
              end
              return 1
              """);

  private static final LuaScript OVERDUE =
      new LuaScript(
          NOW + "return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[1])");

  private final RedisCommandExecutor commands;

  RedisExpiringSets(RedisCommandExecutor commands) {
    this.commands = commands;
  }

  @Override
  public void add(String set, String member, Duration ttl) {
    byte[] name = LuaScript.bytes(set);
    byte[] who = LuaScript.bytes(member);
    byte[] stay = LuaScript.bytes(RedisTtl.millis(ttl));
    byte[] retention = LuaScript.bytes(RETENTION.toMillis());
    commands.repeatable(redis -> ADD.run(redis, name, who, stay, retention));
  }

  @Override
  public void remove(String set, String member) {
    commands.repeatable(redis -> redis.zrem(set, member));
  }

  @Override
  public long count(String set) {
    return commands.repeatable(redis -> redis.zcard(set));
  }

  @Override
  public List<String> list(String set) {
    return commands.repeatable(redis -> redis.zrange(set, 0, -1));
  }

  @Override
  public List<String> earliest(String set, int max) {
    return max < 1 ? List.of() : commands.repeatable(redis -> redis.zrange(set, 0, max - 1L));
  }

  @Override
  public List<String> overdue(String set, int max) {
    if (max < 1) {
      return List.of();
    }
    byte[] name = LuaScript.bytes(set);
    byte[] most = LuaScript.bytes(max);
    List<?> members = (List<?>) commands.repeatable(redis -> OVERDUE.run(redis, name, most));
    return members.stream().map(LuaScript::text).toList();
  }
}
