package io.everythingmcp.server.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.everythingmcp.server.limit.ClientNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  private final TrustedProxies proxies =
      new TrustedProxies("192.0.2.1, 10.0.0.0/9, 2001:db8::/33, ::1");

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, true",
    "192.0.2.2, false",
    "10.127.255.255, true",
    "10.128.0.0, false",
    "2001:db8:7fff::1, true",
    "2001:db8:8000::1, false",
    "::1, true",
    "::ffff:192.0.2.1, true",
  })
  void onlyListedProxiesAreTrusted(String address, boolean trusted) {
    assertThat(proxies.contains(ClientNetwork.parse(address))).isEqualTo(trusted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "2001:db8::/129"})
  void invalidAddressIsNamed(String wrong) {
    assertThatThrownBy(() -> new TrustedProxies(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(wrong);
  }
}
