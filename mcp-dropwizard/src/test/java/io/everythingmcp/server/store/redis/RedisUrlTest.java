package io.everythingmcp.server.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.HostAndPort;

class RedisUrlTest {
  private static RedisUrl url(
      String host, int port, boolean tls, String user, String password, int database) {
    return new RedisUrl(new HostAndPort(host, port), tls, user, password, database);
  }

  @Test
  void readsEveryForm() {
    assertThat(RedisUrl.parse("redis://localhost:6379"))
        .isEqualTo(url("localhost", 6379, false, null, null, 0));
    assertThat(RedisUrl.parse(" REDISS://h ")).isEqualTo(url("h", 6379, true, null, null, 0));
    assertThat(RedisUrl.parse("redis://h:1/")).isEqualTo(url("h", 1, false, null, null, 0));
    assertThat(RedisUrl.parse("redis://:secret@h:1/5"))
        .isEqualTo(url("h", 1, false, null, "secret", 5));
    assertThat(RedisUrl.parse("rediss://me:a%3Ab%40c%2Fd+e@h:1/12"))
        .isEqualTo(url("h", 1, true, "me", "a:b@c/d+e", 12));
    assertThat(RedisUrl.parse("redis://[::1]:7000"))
        .isEqualTo(url("::1", 7000, false, null, null, 0));
  }

  @Test
  void readsSentinelsAndClusters() {
    RedisTopology sentinels =
        RedisTopology.parse("redis-sentinel://me:a%40b@one,two:5000,[::1]:6000/3#main");
    assertThat(sentinels.kind()).isEqualTo(RedisTopology.Kind.SENTINEL);
    assertThat(sentinels.master()).isEqualTo("main");
    assertThat(sentinels.nodes())
        .containsExactly(
            url("one", 26379, false, "me", "a@b", 3),
            url("two", 5000, false, "me", "a@b", 3),
            url("::1", 6000, false, "me", "a@b", 3));
    assertThat(RedisTopology.parse("rediss-sentinel://one").master()).isEqualTo("mymaster");
    RedisTopology cluster = RedisTopology.parse("rediss-cluster://:secret@one,two:7001");
    assertThat(cluster.kind()).isEqualTo(RedisTopology.Kind.CLUSTER);
    assertThat(cluster.nodes())
        .containsExactly(
            url("one", 6379, true, null, "secret", 0), url("two", 7001, true, null, "secret", 0));
    assertThat(cluster).hasToString("the cluster at [one:6379, two:7001]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redis-cluster://h/1|a cluster must have no master",
        "redis-cluster://h#main|no master and no database",
        "redis-sentinel://h#bad name|the name of the master",
        "redis-sentinel://|a host is missing",
        "redis-sentinel://a,,b|a host is missing",
        "redis-sentinel://:secret@a,b:0|the port must be between 1 and 65535",
      })
  void invalidHostListsAreRejected(String text, String why) {
    assertThatThrownBy(() -> new RedisStore(text, Runnable::run).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("secret");
  }

  @Test
  void toStringOmitsThePassword() {
    assertThat(RedisUrl.parse("rediss://me:secret@h:1/2")).hasToString("rediss://h:1/2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|it is empty",
        "localhost:6379|it must begin with redis:// or rediss://",
        "http://localhost:6379|it must begin with redis:// or rediss://",
        "redis:localhost|the host is missing",
        "redis:///0|the host is missing",
        "redis://my_redis:6379|underscore",
        "redis://h:99999|the port must be between 1 and 65535",
        "redis://h:0|the port must be between 1 and 65535",
        "redis://secret@h|must be user:password, or :password",
        "redis://h/one|the database must be a number",
        "redis://h/-1|the database must be a number",
        "redis://h/1?protocol=3|it must end after the database number",
        "redis://:sec ret@h|authority; special characters must be percent-encoded",
      })
  void invalidUrlsAreRejected(String text, String why) {
    assertThatThrownBy(() -> new RedisStore(text, Runnable::run).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Invalid Redis URL: ")
        .hasMessageContaining("expected redis://[user:password@]host[:port][/database]")
        .hasMessageContaining(why)
        .hasMessageNotContaining("ret@h");
  }
}
