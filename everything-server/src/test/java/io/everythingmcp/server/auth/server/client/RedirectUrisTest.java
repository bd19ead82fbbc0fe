package io.everythingmcp.server.auth.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectUrisTest {

  @ParameterizedTest
  @CsvSource({
    "https://app.example/cb, https://app.example/cb, true",
    "https://app.example/cb, https://app.example/cb/, false",
    "https://app.example/cb, https://app.example/cb?x=1, false",
    "https://app.example/cb, https://app.example:443/cb, false",
    "https://app.example/cb, https://APP.example/cb, false",
    "https://app.example/cb, http://app.example/cb, false",
    "http://127.0.0.1/cb, http://127.0.0.1:4000/cb, true",
    "http://127.0.0.1:1/cb, http://127.0.0.1:4000/cb, true",
    "http://127.0.0.1:1/cb?a=b, http://127.0.0.1:4000/cb?a=b, true",
    "http://127.0.0.1:1/cb, http://127.0.0.1:4000/cb?a=b, false",
    "http://127.0.0.1:1/cb, http://127.0.0.1:4000/other, false",
    "http://127.0.0.1:1/cb, http://127.0.0.1:4000/cb#x, false",
    "http://127.0.0.1:1/cb, http://a@127.0.0.1:4000/cb, false",
    "http://[::1]/cb, http://[::1]:4000/cb, true",
    "http://localhost/cb, http://localhost:4000/cb, true",
    "http://localhost/cb, http://127.0.0.1/cb, false",
    "https://localhost/cb, https://localhost:4000/cb, false",
    "http://127.0.0.1/cb, http://127.0.0.1.evil.example/cb, false",
    "cursor://cb, cursor://cb, true",
    "cursor://cb, cursor://cb:1, false"
  })
  void onlyThePortOfALoopbackAddressMayDiffer(String registered, String asked, boolean same) {
    assertThat(RedirectUris.matches(Set.of(registered), asked)).isEqualTo(same);
  }
}
