package io.everythingmcp.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "2001:db8::1, 20010db800000000/64",
    "[2001:db8::1], 20010db800000000/64",
    "2001:db8:0:0:1:2:3:4, 20010db800000000/64",
    "2001:0db8:0000:0000:ffff:ffff:ffff:ffff, 20010db800000000/64",
    "2001:db8:0:1::1, 20010db800000001/64",
    "fe80::1%eth0, fe80000000000000/64",
    "::1, 0000000000000000/64",
    "unknown, unknown",
  })
  void addressIsCountedByItsNetwork(String address, String network) {
    assertThat(ClientNetwork.of(address)).isEqualTo(network);
  }
}
