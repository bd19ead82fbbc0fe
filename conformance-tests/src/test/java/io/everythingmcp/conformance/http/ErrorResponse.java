package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawResponse;
import java.util.Set;

/** Common properties of all error responses. */
final class ErrorResponse {
  private static final Set<String> FIELDS = Set.of("jsonrpc", "id", "error");

  private ErrorResponse() {}

  /** Asserts that a response is this error, and well-formed; returns the error object. */
  static JsonNode check(RawResponse response, int status, int code) {
    assertThat(response.status()).as(response.toString()).isEqualTo(status);
    assertThat(response.type()).as(response.toString()).isEqualTo("application/json");
    JsonNode body = response.json();
    assertThat(body.properties()).allMatch(field -> FIELDS.contains(field.getKey()));
    assertThat(body.path("jsonrpc").asText()).isEqualTo("2.0");
    // Omitted when unknown: null is not a valid id in the schema of any revision.
    assertThat(body.path("id").isNull()).as("id is null in " + body).isFalse();
    JsonNode error = body.path("error");
    assertThat(error.path("code").isInt()).as(body.toString()).isTrue();
    assertThat(error.path("message").asText()).isNotBlank().doesNotContain("Exception", "\tat ");
    assertThat(error.path("code").asInt()).as(body.toString()).isEqualTo(code);
    return error;
  }
}
