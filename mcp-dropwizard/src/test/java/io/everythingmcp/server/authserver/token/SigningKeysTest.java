package io.everythingmcp.server.authserver.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.AdjustableClock;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
  private static final Duration LIFE = Duration.ofDays(30);
  private static final Duration AFTERLIFE = Duration.ofHours(1);

  private final StateStore store = new MemoryStore();
  private final AdjustableClock clock = new AdjustableClock();

  private SigningKeys instance(String secret) {
    return new SigningKeys(store, new StoreValueSealer(store, secret), LIFE, AFTERLIFE, clock);
  }

  private static List<String> published(SigningKeys keys) {
    return keys.published().getKeys().stream().map(key -> key.getKeyID()).toList();
  }

  @Test
  void allInstancesUseTheSameKey() {
    SigningKeys one = instance("");
    SigningKeys two = instance("");
    assertThat(one.current().getKeyID()).isEqualTo(two.current().getKeyID());
    assertThat(one.published().getKeys()).hasSize(1).noneMatch(key -> key.isPrivate());
  }

  @Test
  void replacedKeyVerifiesForTheLifetimeOfItsTokens() {
    SigningKeys one = instance("");
    SigningKeys two = instance("");
    String first = one.current().getKeyID();
    two.current();
    clock.move(LIFE.plusSeconds(1));
    String second = one.current().getKeyID();
    assertThat(second).isNotEqualTo(first);
    assertThat(two.current().getKeyID()).isEqualTo(second);
    assertThat(published(two)).containsExactly(first, second);
    clock.move(LIFE.plusSeconds(1));
    String third = one.current().getKeyID();
    assertThat(published(one)).containsExactly(second, third);
  }

  @Test
  void rotationIsVisibleToOtherInstances() {
    SigningKeys one = instance("");
    SigningKeys two = instance("");
    String first = two.current().getKeyID();
    one.rotate();
    assertThat(one.current().getKeyID()).isNotEqualTo(first);
    clock.move(Duration.ofSeconds(11));
    assertThat(two.current().getKeyID()).isEqualTo(one.current().getKeyID());
    assertThat(published(two)).hasSize(2);
  }

  @Test
  void undecryptableKeysAreReplaced() {
    String first = instance("a secret of the configuration, long").current().getKeyID();
    SigningKeys other = instance("another secret of the configuration");
    assertThat(other.current().getKeyID()).isNotEqualTo(first);
    assertThat(published(other)).hasSize(1);
  }
}
