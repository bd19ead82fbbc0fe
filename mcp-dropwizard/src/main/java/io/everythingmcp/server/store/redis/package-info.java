/**
 * The store of many processes: Redis, 6.2 or later.
 *
 * <p>Names of keys are exactly the prefix and key, or the name of the log or set, that callers
 * pass; {@code docs/reference/redis-keys.md} lists them. Values are strings (JSON for records),
 * logs are streams whose entry <em>n</em> has the id {@code n-0} and whose claims are the position
 * of a consumer group, sets are sorted sets with the time of leaving (by the clock of Redis) as
 * score. Every key has a time to live, and every command and script touches one key, so no command
 * crosses slots of a cluster.
 *
 * <p>A method is one round trip; changing a value is two, more when others change it at the same
 * time. Connections are pooled; the one subscription is a connection of its own with two threads:
 * one reads, the other alone writes. Listeners run on the executor that was passed to the store.
 * Asynchronous lookups are pipelined ({@link
 * io.everythingmcp.server.store.redis.CommandPipeliner}), and their callers continue on {@link
 * io.everythingmcp.server.store.redis.RedisReplyExecutor}.
 *
 * <p>During a Redis outage a call fails in under two seconds with {@link
 * io.everythingmcp.server.store.StoreUnavailableException}, subscriptions stay, and after a
 * reconnect all listeners are notified that they may have missed messages.
 *
 * <p>Only {@link io.everythingmcp.server.store.redis.RedisStore} is for others. No other package
 * may use Jedis.
 *
 * <p>Where the rules are written: <a href="https://redis.io/docs/latest/commands/">Commands</a>, <a
 * href="https://redis.io/docs/latest/develop/interact/programmability/eval-intro/">Scripting with
 * Lua</a> and <a href="https://redis.io/docs/latest/develop/pubsub/">Publish/subscribe</a>.
 */
package io.everythingmcp.server.store.redis;
