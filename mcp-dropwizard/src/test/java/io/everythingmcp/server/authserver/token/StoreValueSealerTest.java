package io.everythingmcp.server.authserver.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

class StoreValueSealerTest {
  private final StateStore store = new MemoryStore();

  @Test
  void sealedValueOpensWithTheSameKeyAndPurpose() {
    StoreValueSealer one = new StoreValueSealer(store, "");
    String sealed = one.seal("tokens", "a secret");
    assertThat(sealed).doesNotContain("secret").isNotEqualTo(one.seal("tokens", "a secret"));
    assertThat(new StoreValueSealer(store, "").open("tokens", sealed)).hasValue("a secret");
    assertThat(one.open("keys", sealed)).isEmpty();
    assertThat(new StoreValueSealer(store, "configured").open("tokens", sealed)).isEmpty();
    assertThat(one.open("tokens", "AAAA" + sealed.substring(4))).isEmpty();
    assertThat(one.open("tokens", "AAAA")).isEmpty();
  }
}
