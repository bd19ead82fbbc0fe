package io.everythingmcp.server.protocol.stateless.mrtr;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.AdjustableClock;
import io.everythingmcp.server.store.memory.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestStateSealerTest {
  private static final byte[] CONTENT = "what must come back".getBytes(StandardCharsets.UTF_8);
  private static final byte[] BINDING = "this caller and call".getBytes(StandardCharsets.UTF_8);
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final MemoryStore store = new MemoryStore();
  private final AdjustableClock clock = new AdjustableClock();
  private final StateKeys keys = new StateKeys(store, LIFETIME, clock);
  private final RequestStateSealer seal = new RequestStateSealer(keys);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void sealedStateOpensOnAnyInstance() {
    RequestStateSealer other = new RequestStateSealer(new StateKeys(store, LIFETIME, clock));
    assertThat(other.open(seal.seal(CONTENT, BINDING), BINDING)).contains(CONTENT);
  }

  @Test
  void equalContentHasDifferentSealedTexts() {
    Set<String> states = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      states.add(seal.seal(CONTENT, BINDING));
    }
    assertThat(states).hasSize(100).allMatch(state -> state.matches("v1\\.[0-9a-f]{8}\\.[\\w-]+"));
  }

  @Test
  void tenThousandMutationsAreRejected() {
    String state = seal.seal(CONTENT, BINDING);
    Random random = new Random(20260728);
    for (int i = 0; i < 10_000; i++) {
      String mutation = mutate(state, random);
      if (!mutation.equals(state)) {
        assertThat(seal.open(mutation, BINDING)).as(mutation).isEmpty();
      }
    }
    assertThat(seal.open(state, BINDING)).as("the original").contains(CONTENT);
  }

  /**
   * Returns the state with one of: another character, one less, one more, two swapped, truncated,
   * repeated, another bit.
   */
  private static String mutate(String state, Random random) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ~é\n";
    char other = alphabet.charAt(random.nextInt(alphabet.length()));
    int at = random.nextInt(state.length());
    String before = state.substring(0, at);
    String after = state.substring(at + 1);
    return switch (random.nextInt(7)) {
      case 0 -> before + other + after;
      case 1 -> before + after;
      case 2 -> before + other + state.substring(at);
      case 3 -> after + before + state.charAt(at);
      case 4 -> before;
      case 5 -> state + state.substring(at);
      default -> before + (char) (state.charAt(at) ^ (1 << random.nextInt(7))) + after;
    };
  }

  @Test
  void eachCharacterIsAuthenticated() {
    String state = seal.seal(CONTENT, BINDING);
    for (int i = 0; i < state.length(); i++) {
      for (char other : new char[] {'A', 'B', 'Q', 'g', 'w', '0', '_', '-'}) {
        if (state.charAt(i) != other) {
          String mutation = state.substring(0, i) + other + state.substring(i + 1);
          assertThat(seal.open(mutation, BINDING)).as("place " + i).isEmpty();
        }
      }
    }
    assertThat(seal.open(state + "=", BINDING)).isEmpty();
    assertThat(seal.open("", BINDING)).isEmpty();
    assertThat(seal.open("v1..", BINDING)).isEmpty();
  }

  @Test
  void anotherBindingIsRejected() {
    String state = seal.seal(CONTENT, BINDING);
    assertThat(seal.open(state, "that caller and call".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(seal.open(state, new byte[0])).isEmpty();
  }

  @Test
  void keysOfAnotherStoreAreRejected() {
    try (MemoryStore elsewhere = new MemoryStore()) {
      RequestStateSealer foreign =
          new RequestStateSealer(new StateKeys(elsewhere, LIFETIME, clock));
      assertThat(foreign.open(seal.seal(CONTENT, BINDING), BINDING)).isEmpty();
      foreign.seal(CONTENT, BINDING);
      assertThat(foreign.open(seal.seal(CONTENT, BINDING), BINDING)).isEmpty();
    }
  }

  @Test
  void stateSurvivesARotationAndTheNewKeySeals() {
    String before = seal.seal(CONTENT, BINDING);
    keys.rotate();
    String after = seal.seal(CONTENT, BINDING);
    assertThat(keyOf(after)).isNotEqualTo(keyOf(before));
    assertThat(seal.open(before, BINDING)).contains(CONTENT);
    assertThat(seal.open(after, BINDING)).contains(CONTENT);
  }

  @Test
  void otherInstancesUseTheNewKey() {
    RequestStateSealer other = new RequestStateSealer(new StateKeys(store, LIFETIME, clock));
    String before = other.seal(CONTENT, BINDING);
    keys.rotate();
    assertThat(keyOf(other.seal(CONTENT, BINDING))).isNotEqualTo(keyOf(before));
  }

  @Test
  void expiredKeyOpensNothing() {
    String before = seal.seal(CONTENT, BINDING);
    keys.rotate();
    clock.move(LIFETIME);
    assertThat(seal.open(before, BINDING)).as("within the slack").isPresent();
    clock.move(Duration.ofMinutes(2));
    assertThat(seal.open(before, BINDING)).isEmpty();
  }

  @Test
  void keySealsForADayAndOldOnesAreDropped() {
    String first = seal.seal(CONTENT, BINDING);
    clock.move(Duration.ofHours(23));
    assertThat(keyOf(seal.seal(CONTENT, BINDING))).isEqualTo(keyOf(first));
    Set<String> used = new HashSet<>();
    for (int day = 0; day < 50; day++) {
      clock.move(Duration.ofHours(25));
      used.add(keyOf(seal.seal(CONTENT, BINDING)));
    }
    assertThat(used).hasSize(50);
    StateKeyRing ring = store.values("mcp:", StateKeyRing.class).get("state-keys").orElseThrow();
    assertThat(ring.keys()).hasSize(2);
  }

  @Test
  void toStringContainsNoSecret() {
    SealingKey key = keys.latest();
    assertThat(key.toString()).doesNotContain(key.secret());
    assertThat(key.bytes()).hasSize(32);
  }

  private static String keyOf(String state) {
    return state.split("\\.", -1)[1];
  }
}
