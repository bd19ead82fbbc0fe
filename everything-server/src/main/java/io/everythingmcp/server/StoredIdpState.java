package io.everythingmcp.server;

import io.everythingmcp.idp.state.IdpState;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Store;
import java.time.Duration;
import java.util.Optional;

/** Lets the fake provider remember where all instances see it. */
final class StoredIdpState implements IdpState {
  private final KeyedValues<String> values;

  StoredIdpState(Store store) {
    values = store.values("auth:idp:", String.class);
  }

  @Override
  public void put(String key, String value, Duration ttl) {
    values.put(key, value, ttl);
  }

  @Override
  public boolean putIfAbsent(String key, String value, Duration ttl) {
    return values.putIfAbsent(key, value, ttl);
  }

  @Override
  public Optional<String> get(String key) {
    return values.get(key);
  }

  @Override
  public Optional<String> take(String key) {
    return values.take(key);
  }
}
