package io.everythingmcp.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.store.StateStore;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Contract of a {@link StateStore}, as tests. The test class of a store extends it and opens the
 * store:
 *
 * <pre>{@code
 * class AcmeStoreTest extends StoreContract {
 *   public StateStore open() {
 *     return new AcmeStore();
 *   }
 *
 *   protected String kind() {
 *     return "acme";
 *   }
 * }
 * }</pre>
 *
 * <p>Each test has a store of its own, which is closed afterwards, and names that no other test
 * uses; the data behind the stores may be shared. Expiry is tested with lifetimes of 50 to 100 ms.
 */
public abstract class StoreContract
    implements KeyValueStoreContract,
        AsyncKeyValueContract,
        AppendOnlyLogsContract,
        ExpiringSetsContract,
        PubSubChannelsContract,
        InstanceRegistryContract {
  private final String name = "test:" + UUID.randomUUID();
  private StateStore store;

  /** Creates the test class. */
  protected StoreContract() {}

  /** Opens a store of the tested kind. Called more than once; each store is closed by the test. */
  @Override
  public abstract StateStore open();

  /** Returns the expected {@link StateStore#kind()}. */
  protected abstract String kind();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  /** Returns the store of the current test. */
  @Override
  public StateStore store() {
    return store;
  }

  /** Returns a name of keys, logs, sets and channels that no other test uses. */
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
