package io.everythingmcp.conformance.server;

import io.everythingmcp.conformance.oauth.PreregisteredClient;
import io.everythingmcp.conformance.oauth.UserLogin;
import java.net.URI;
import java.util.Optional;

/**
 * The callers of the server.
 *
 * @param first the caller of most scenarios
 * @param second another caller, if there is one
 * @param login performs the login at its authorization server, if configured
 * @param client a pre-registered client, if there is one
 * @param document the URL of a client ID metadata document, if there is one
 */
public record TargetCredentials(
    TestCaller first,
    Optional<TestCaller> second,
    Optional<UserLogin> login,
    Optional<PreregisteredClient> client,
    Optional<URI> document) {
  /** The callers of a server without authentication. */
  public static TargetCredentials open() {
    return new TargetCredentials(
        TestCaller.anonymous(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
