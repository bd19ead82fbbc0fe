package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.testing.store.RedisTestServer;
import io.everythingmcp.testing.store.StoreContract;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;

class RedisStoreTest extends StoreContract {
  @AutoClose private static final RedisTestServer REDIS = RedisTestServer.run();
  private static final ExecutorService EXECUTOR = Executors.newCachedThreadPool();

  @AfterAll
  static void stop() {
    EXECUTOR.shutdownNow();
  }

  @Override
  public StateStore open() {
    return new RedisStore(REDIS.url(), EXECUTOR);
  }

  @Override
  protected String kind() {
    return "redis";
  }
}
