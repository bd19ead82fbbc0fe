package io.everythingmcp.conformance.oauth;

import io.everythingmcp.conformance.harness.FreePort;
import java.net.URI;

/**
 * A client that is pre-registered at the authorization server.
 *
 * @param id its client id
 * @param secret its secret; null for a public client
 * @param redirect where it is sent back to; null for a loopback address at {@code /callback}, of
 *     which any port is as good as the one that was registered
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-7.3">RFC 8252, section 7.3</a>
 */
public record PreregisteredClient(String id, String secret, URI redirect) {

  /** With another secret. */
  public PreregisteredClient withSecret(String other) {
    return new PreregisteredClient(id, other, redirect);
  }

  URI comesBackTo() {
    return redirect == null
        ? URI.create("http://127.0.0.1:" + FreePort.find() + "/callback")
        : redirect;
  }

  @Override
  public String toString() {
    return "KnownClient[" + id + "]";
  }
}
