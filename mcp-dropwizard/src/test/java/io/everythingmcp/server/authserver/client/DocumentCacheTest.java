package io.everythingmcp.server.authserver.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentCacheTest {

  @ParameterizedTest
  @CsvSource({
    ", 300",
    "'', 300",
    "public, 300",
    "max-age=60, 60",
    "'public, Max-Age=7', 7",
    "max-age=0, 0",
    "max-age=999999999, 86400",
    "no-store, 0",
    "'no-cache, max-age=60', 0"
  })
  void documentIsCachedForItsMaxAgeUpToADay(String cacheControl, long seconds) {
    assertThat(DocumentCache.life(cacheControl)).hasSeconds(seconds);
  }
}
