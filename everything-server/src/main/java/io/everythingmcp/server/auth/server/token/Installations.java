package io.everythingmcp.server.auth.server.token;

import io.everythingmcp.server.auth.server.endpoint.Secrets;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Store;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All grants. Their ids are as good as secrets, and in keys only as digests. */
public final class Installations {
  private final KeyedValues<Installation> installations;

  /** Those in a store. */
  public Installations(Store store) {
    installations = store.values("auth:installation:", Installation.class);
  }

  /** Adds one, and gives its id. */
  public String add(Installation installation, Duration life) {
    String id = Secrets.random();
    installations.put(Secrets.digest(id), installation, life);
    return id;
  }

  /** One, where it has not ended. */
  public Optional<Installation> find(String id) {
    return installations.get(Secrets.digest(id));
  }

  /** One that lives on from now. */
  public Optional<Installation> prolong(String id, Duration life) {
    return installations.touch(Secrets.digest(id), life);
  }

  Optional<Installation> update(String id, UnaryOperator<Installation> change) {
    return installations.update(Secrets.digest(id), change);
  }

  /** Ends one, and so all codes and tokens that came of it, at once. */
  public void end(String id) {
    installations.remove(Secrets.digest(id));
  }
}
