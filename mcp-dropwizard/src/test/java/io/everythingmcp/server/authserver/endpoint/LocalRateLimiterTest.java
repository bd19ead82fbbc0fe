package io.everythingmcp.server.authserver.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LocalRateLimiterTest {

  @Test
  void eachKeyHasItsLimitAndRetryAfter() {
    LocalRateLimiter limit = new LocalRateLimiter(2, Duration.ofMinutes(1));
    assertThat(limit.wait("one")).isEmpty();
    assertThat(limit.wait("one")).isEmpty();
    assertThat(limit.wait("one"))
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1)));
    assertThat(limit.wait("other")).isEmpty();
  }
}
