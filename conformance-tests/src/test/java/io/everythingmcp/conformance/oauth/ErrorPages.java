package io.everythingmcp.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.RawResponse;

/** Responses of the authorization endpoint that are displayed to the user. */
final class ErrorPages {
  private ErrorPages() {}

  /** Asserts that the response is a page with the status, and not a redirect. */
  static void isPage(RawResponse response, int status) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.header("Location")).isNull();
    assertThat(response.type()).isEqualTo("text/html");
    assertThat(response.header("Cache-Control")).contains("no-store");
  }
}
