package io.everythingmcp.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CsrfTokenTest {
  private static final Duration LIFE = Duration.ofMinutes(10);

  @Test
  void httpsCookieIsHostBound() {
    NewCookie cookie = new CsrfToken(true, LIFE).cookie("secret");
    assertThat(cookie.getName()).startsWith("__Host-");
    assertThat(cookie.isSecure()).isTrue();
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
  }

  @Test
  void httpCookieHasAPlainName() {
    NewCookie cookie = new CsrfToken(false, LIFE).cookie("secret");
    assertThat(cookie.getName()).doesNotStartWith("__");
    assertThat(cookie.isSecure()).isFalse();
  }

  @Test
  void cookieIsHttpOnlyAndSameSite() {
    for (boolean https : new boolean[] {true, false}) {
      NewCookie cookie = new CsrfToken(https, LIFE).cookie("secret");
      assertThat(cookie.isHttpOnly()).isTrue();
      assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.LAX);
      assertThat(cookie.getMaxAge()).isEqualTo(600);
    }
  }

  @Test
  void fieldIsBoundToBrowserAndSubject() {
    CsrfToken tickets = new CsrfToken(false, LIFE);
    String value = tickets.value("a", "x");
    assertThat(value).hasSize(64).isEqualTo(tickets.value("a", "x"));
    assertThat(tickets.value("b", "x")).isNotEqualTo(value);
    assertThat(tickets.value("a", "y")).isNotEqualTo(value);
    String secret = "0123456789abcdef".repeat(2);
    assertThat(tickets.value(secret, "x")).as("the field of the page").doesNotContain(secret);
  }
}
