package io.everythingmcp.server.auth.server.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

class SealerTest {
  private final Store store = new MemoryStore();

  @Test
  void whatIsSealedIsOpenedWithTheSameKeyForTheSamePurpose() {
    Sealer one = new Sealer(store, "");
    String sealed = one.seal("tokens", "a secret");
    assertThat(sealed).doesNotContain("secret").isNotEqualTo(one.seal("tokens", "a secret"));
    assertThat(new Sealer(store, "").open("tokens", sealed)).hasValue("a secret");
    assertThat(one.open("keys", sealed)).isEmpty();
    assertThat(new Sealer(store, "configured").open("tokens", sealed)).isEmpty();
    assertThat(one.open("tokens", "AAAA" + sealed.substring(4))).isEmpty();
    assertThat(one.open("tokens", "AAAA")).isEmpty();
  }
}
