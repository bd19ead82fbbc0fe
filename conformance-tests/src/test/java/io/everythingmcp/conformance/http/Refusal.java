package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawResponse;
import java.util.Set;

/** What every refusal has in common, whatever it is about. */
final class Refusal {
  private static final Set<String> FIELDS = Set.of("jsonrpc", "id", "error");

  private Refusal() {}

  /** Checks that a response is this refusal, and well formed; gives the error object. */
  static JsonNode check(RawResponse response, int status, int code) {
    assertThat(response.status()).as(response.toString()).isEqualTo(status);
    assertThat(response.type()).as(response.toString()).isEqualTo("application/json");
    JsonNode body = response.json();
    assertThat(body.properties()).allMatch(field -> FIELDS.contains(field.getKey()));
    assertThat(body.path("jsonrpc").asText()).isEqualTo("2.0");
    // Left out when it is not known: null is no id in any revision's schema.
    assertThat(body.path("id").isNull()).as("id is null in " + body).isFalse();
    JsonNode error = body.path("error");
    assertThat(error.path("code").isInt()).as(body.toString()).isTrue();
    assertThat(error.path("message").asText()).isNotBlank().doesNotContain("Exception", "\tat ");
    assertThat(error.path("code").asInt()).as(body.toString()).isEqualTo(code);
    return error;
  }
}
