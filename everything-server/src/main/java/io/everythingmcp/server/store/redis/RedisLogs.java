package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.store.Logs;
import java.time.Duration;
import java.util.List;

final class RedisLogs implements Logs {
  /** The newest entry is never trimmed, so its number is always there to go on from. */
  private static final Script APPEND =
      new Script(
          """
          local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
          local number = newest[1] and tonumber(string.match(newest[1][1], '^%d+')) + 1 or 1
          redis.call('XADD', KEYS[1], 'MAXLEN', ARGV[2], string.format('%d-0', number), 'text', ARGV[1])
          redis.call('PEXPIRE', KEYS[1], ARGV[3])
          return number
          """);

  /** A consumer group without a list of what is pending is a position and nothing else. */
  private static final Script CLAIM =
      new Script(
          """
          local function claim()
            return redis.pcall('XREADGROUP', 'GROUP', 'claims', 'all', 'COUNT', ARGV[1], 'NOACK', 'STREAMS', KEYS[1], '>')
          end
          local claimed = claim()
          if claimed and claimed.err then
            if redis.call('EXISTS', KEYS[1]) == 0 then
              return {}
            end
            redis.call('XGROUP', 'CREATE', KEYS[1], 'claims', '0')
            claimed = claim()
          end
          return claimed and (claimed.err and claimed or claimed[1][2]) or {}
          """);

  private static final Script CLAIMED =
      new Script(
          """
          local group = redis.call('EXISTS', KEYS[1]) == 1 and redis.call('XINFO', 'GROUPS', KEYS[1])[1] or {}
          for i = 1, #group, 2 do
            if group[i] == 'last-delivered-id' then
              return tonumber(string.match(group[i + 1], '^%d+'))
            end
          end
          return 0
          """);

  private static final byte[] END = Script.bytes("+");

  private final Commands commands;

  RedisLogs(Commands commands) {
    this.commands = commands;
  }

  @Override
  public long append(String log, String entry, int limit, Duration ttl) {
    byte[] name = Script.bytes(log);
    byte[] text = Script.bytes(entry);
    byte[] most = Script.bytes(Math.max(1, limit));
    byte[] life = Script.bytes(Ttl.millis(ttl));
    return (Long) commands.once(redis -> APPEND.run(redis, name, text, most, life));
  }

  @Override
  public List<Entry> read(String log, long after, int max) {
    if (max < 1) {
      return List.of();
    }
    byte[] name = Script.bytes(log);
    byte[] begin = Script.bytes("(" + Math.max(0, after) + "-0");
    return entries(commands.repeatable(redis -> redis.xrange(name, begin, END, max)));
  }

  @Override
  public List<Entry> claim(String log, int max) {
    if (max < 1) {
      return List.of();
    }
    byte[] name = Script.bytes(log);
    byte[] most = Script.bytes(max);
    return entries((List<?>) commands.once(redis -> CLAIM.run(redis, name, most)));
  }

  /** Each entry comes as its id and a list of its only field and that field's value. */
  private static List<Entry> entries(List<?> replies) {
    return replies.stream().map(reply -> entry((List<?>) reply)).toList();
  }

  private static Entry entry(List<?> reply) {
    String id = Script.text(reply.get(0));
    List<?> fields = (List<?>) reply.get(1);
    return new Entry(Long.parseLong(id, 0, id.indexOf('-'), 10), Script.text(fields.get(1)));
  }

  @Override
  public long claimed(String log) {
    byte[] name = Script.bytes(log);
    return (Long) commands.repeatable(redis -> CLAIMED.run(redis, name));
  }

  @Override
  public boolean exists(String log) {
    return commands.repeatable(redis -> redis.exists(log));
  }

  @Override
  public void expire(String log, Duration ttl) {
    commands.repeatable(redis -> redis.pexpire(log, Ttl.millis(ttl)));
  }

  @Override
  public void remove(String log) {
    commands.repeatable(redis -> redis.del(log));
  }
}
