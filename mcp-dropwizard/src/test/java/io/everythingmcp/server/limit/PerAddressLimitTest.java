package io.everythingmcp.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PerAddressLimitTest {
  private final PerAddressLimit shares = new PerAddressLimit(5, 3);

  @Test
  void addressHasItsShareOfTheTotal() {
    assertThat(shares.acquire("a", 3)).isEqualTo(PerAddressLimit.Taking.TAKEN);
    assertThat(shares.acquire("a", 1)).isEqualTo(PerAddressLimit.Taking.ADDRESS_FULL);
    assertThat(shares.acquire("b", 2)).isEqualTo(PerAddressLimit.Taking.TAKEN);
    assertThat(shares.acquire("c", 1)).isEqualTo(PerAddressLimit.Taking.ALL_FULL);
    shares.release("a", 1);
    assertThat(shares.acquire("c", 1)).isEqualTo(PerAddressLimit.Taking.TAKEN);
    assertThat(shares.taken()).isEqualTo(5);
  }

  @Test
  void outboundCallsCountForTheirClient() {
    OutboundCalls calls = new OutboundCalls(3, 2);
    calls.because(
        "192.0.2.1",
        () -> {
          assertThat(calls.begin()).isPresent();
          assertThat(calls.begin()).isPresent();
          assertThat(calls.begin()).isEmpty();
          return null;
        });
    OutboundCalls.Slot other = calls.because("192.0.2.2", () -> calls.begin().orElseThrow());
    assertThat(calls.<Boolean, RuntimeException>because("192.0.2.3", () -> calls.begin().isEmpty()))
        .isTrue();
    other.close();
    assertThat(
            calls.<Boolean, RuntimeException>because("192.0.2.3", () -> calls.begin().isPresent()))
        .isTrue();
  }
}
