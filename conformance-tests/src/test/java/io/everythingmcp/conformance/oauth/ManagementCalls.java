package io.everythingmcp.conformance.oauth;

import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawResponse;
import java.nio.charset.StandardCharsets;

/** Calls with the management token. */
final class ManagementCalls {
  static final String TOKEN = "the-token-of-the-operators";

  private ManagementCalls() {}

  static RawResponse send(RawClient client, String method, String path, String body) {
    return client
        .request(method, "/management" + path)
        .header("Authorization", "Bearer " + TOKEN)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .send();
  }
}
