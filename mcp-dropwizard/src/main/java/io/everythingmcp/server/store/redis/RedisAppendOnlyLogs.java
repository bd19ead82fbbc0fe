package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.store.AppendOnlyLogs;
import java.time.Duration;
import java.util.List;

final class RedisAppendOnlyLogs implements AppendOnlyLogs {
  /** The latest entry is never trimmed, so the next number can always be derived from it. */
  private static final LuaScript APPEND =
      new LuaScript(
          """
          local latest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
          local number = latest[1] and tonumber(string.match(latest[1][1], '^%d+')) + 1 or 1
          local id = string.format('%d-0', number)
          redis.call('XADD', KEYS[1], id, ARGV[4], ARGV[1])
          redis.call('PEXPIRE', KEYS[1], ARGV[3])
          local over = redis.call('XLEN', KEYS[1]) - ARGV[2]
          local from = '-'
          while over > 0 do
            local first = redis.call('XRANGE', KEYS[1], from, '(' .. id, 'COUNT', 1)[1]
            if not first then
              break
            end
            if first[2][1] == 'text' then
              over = over - redis.call('XDEL', KEYS[1], first[1])
            end
            from = '(' .. first[1]
          end
          return number
          """);

  /** An entry that was added before the connection failed is among the latest ones. */
  private static final LuaScript ADDED =
      new LuaScript(
          """
          for _, entry in ipairs(redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 8)) do
            if entry[2][2] == ARGV[1] then
              return tonumber(string.match(entry[1], '^%d+'))
            end
          end
          return 0
          """);

  /**
   * The position of a consumer group is the end of the claimed entries. The pending entries of a
   * reader are those of its last claim, which the reader acknowledges with its next claim.
   */
  private static final LuaScript CLAIM =
      new LuaScript(
          """
          local function read(from)
            return redis.pcall('XREADGROUP', 'GROUP', 'claims', ARGV[1], 'COUNT', ARGV[3], 'STREAMS', KEYS[1], from)
          end
          local mine = read('0')
          if mine and mine.err then
            if redis.call('EXISTS', KEYS[1]) == 0 then
              return {}
            end
            redis.call('XGROUP', 'CREATE', KEYS[1], 'claims', '0')
            mine = read('0')
          end
          local missed = {}
          for _, entry in ipairs(mine and (mine.err and {} or mine[1][2]) or {}) do
            if entry[2] and tonumber(string.match(entry[1], '^%d+')) > tonumber(ARGV[2]) then
              missed[#missed + 1] = entry
            else
              redis.call('XACK', KEYS[1], 'claims', entry[1])
            end
          end
          if #missed > 0 then
            return missed
          end
          local claimed = read('>')
          return claimed and (claimed.err and claimed or claimed[1][2]) or {}
          """);

  private static final LuaScript RELEASE =
      new LuaScript(
          """
          local gone = redis.pcall('XGROUP', 'DELCONSUMER', KEYS[1], 'claims', ARGV[1])
          return type(gone) == 'number' and gone or 0
          """);

  /** The name of an entry's only field marks whether it may be trimmed. */
  private static final byte[] TRIMMABLE = LuaScript.bytes("text");

  private static final byte[] KEPT = LuaScript.bytes("kept");

  private static final LuaScript CLAIMED =
      new LuaScript(
          """
          local group = redis.call('EXISTS', KEYS[1]) == 1 and redis.call('XINFO', 'GROUPS', KEYS[1])[1] or {}
          for i = 1, #group, 2 do
            if group[i] == 'last-delivered-id' then
              return tonumber(string.match(group[i + 1], '^%d+'))
            end
          end
          return 0
          """);

  private static final byte[] END = LuaScript.bytes("+");

  private final RedisCommandExecutor commands;

  RedisAppendOnlyLogs(RedisCommandExecutor commands) {
    this.commands = commands;
  }

  @Override
  public long append(String log, String entry, boolean keep, int limit, Duration ttl) {
    byte[] name = LuaScript.bytes(log);
    byte[] text = LuaScript.bytes(entry);
    byte[] most = LuaScript.bytes(Math.max(1, limit));
    byte[] life = LuaScript.bytes(RedisTtl.millis(ttl));
    byte[] field = keep ? KEPT : TRIMMABLE;
    return (Long)
        commands.repeatable(
            redis -> APPEND.run(redis, name, text, most, life, field),
            redis -> {
              Object number = ADDED.run(redis, name, text);
              return number.equals(0L) ? APPEND.run(redis, name, text, most, life, field) : number;
            });
  }

  @Override
  public List<Entry> read(String log, long after, int max) {
    if (max < 1) {
      return List.of();
    }
    byte[] name = LuaScript.bytes(log);
    byte[] begin = LuaScript.bytes("(" + Math.max(0, after) + "-0");
    return entries(commands.repeatable(redis -> redis.xrange(name, begin, END, max)));
  }

  @Override
  public List<Entry> claim(String log, String reader, long seen, int max) {
    if (max < 1) {
      return List.of();
    }
    byte[] name = LuaScript.bytes(log);
    byte[] who = LuaScript.bytes(reader);
    byte[] last = LuaScript.bytes(seen);
    byte[] most = LuaScript.bytes(max);
    return entries((List<?>) commands.repeatable(redis -> CLAIM.run(redis, name, who, last, most)));
  }

  @Override
  public void release(String log, String reader) {
    byte[] name = LuaScript.bytes(log);
    byte[] who = LuaScript.bytes(reader);
    commands.repeatable(redis -> RELEASE.run(redis, name, who));
  }

  /** Parses entries: each is its id and a list of its only field and the value of that field. */
  private static List<Entry> entries(List<?> replies) {
    return replies.stream().map(reply -> entry((List<?>) reply)).toList();
  }

  private static Entry entry(List<?> reply) {
    String id = LuaScript.text(reply.get(0));
    List<?> fields = (List<?>) reply.get(1);
    return new Entry(Long.parseLong(id, 0, id.indexOf('-'), 10), LuaScript.text(fields.get(1)));
  }

  @Override
  public long claimed(String log) {
    byte[] name = LuaScript.bytes(log);
    return (Long) commands.repeatable(redis -> CLAIMED.run(redis, name));
  }

  @Override
  public boolean exists(String log) {
    return commands.repeatable(redis -> redis.exists(log));
  }

  @Override
  public void expire(String log, Duration ttl) {
    commands.repeatable(redis -> redis.pexpire(log, RedisTtl.millis(ttl)));
  }

  @Override
  public void remove(String log) {
    commands.repeatable(redis -> redis.del(log));
  }
}
