package io.everythingmcp.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitFilterTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "999999, 1",
    "1000000, 1",
    "1000000000, 1",
    "1000000001, 2",
    "2000000000, 2"
  })
  void retryAfterIsRoundedUp(long nanos, long seconds) {
    assertThat(RateLimitFilter.seconds(Duration.ofNanos(nanos))).isEqualTo(seconds);
  }
}
