package io.everythingmcp.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.wire.SecureIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of every store. A subclass opens the store. */
public abstract class StoreContract
    implements KeyedValuesContract,
        AsyncValuesContract,
        LogsContract,
        MembersContract,
        SignalsContract {
  private final String name = "test:" + SecureIds.random();
  private StateStore store;

  /** Opens a store of the tested kind. */
  protected abstract StateStore open();

  /** Returns the expected name of its kind. */
  protected abstract String kind();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Override
  public StateStore store() {
    return store;
  }

  @Override
  public String name() {
    return name;
  }

  @Test
  void pingAndKind() {
    assertThat(store.available()).isTrue();
    assertThat(store.kind()).isEqualTo(kind());
  }
}
