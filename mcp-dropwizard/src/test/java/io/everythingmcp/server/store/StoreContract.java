package io.everythingmcp.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.wire.SecureIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises. A subclass says which store. */
public abstract class StoreContract
    implements KeyedValuesContract,
        AsyncValuesContract,
        LogsContract,
        MembersContract,
        SignalsContract {
  private final String name = "test:" + SecureIds.random();
  private StateStore store;

  /** Opens a store of the kind that is tested. */
  protected abstract StateStore open();

  /** What it must call itself. */
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
  void answersAndSaysWhatItIs() {
    assertThat(store.available()).isTrue();
    assertThat(store.kind()).isEqualTo(kind());
  }
}
