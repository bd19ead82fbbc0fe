package io.everythingmcp.conformance.server;

import io.everythingmcp.conformance.oauth.KnownClient;
import io.everythingmcp.conformance.oauth.Login;
import java.net.URI;
import java.util.Optional;

/**
 * Who may come in.
 *
 * @param first who speaks to the server
 * @param second somebody else, if there is somebody else
 * @param login how to get through the pages of its authorization server, if that is possible
 * @param client a client that its authorization server knows, if there is one
 * @param document where a client describes itself to authorization servers, if it does
 */
public record Access(
    Caller first,
    Optional<Caller> second,
    Optional<Login> login,
    Optional<KnownClient> client,
    Optional<URI> document) {
  /** A server that is open to everybody. */
  public static Access open() {
    return new Access(
        Caller.anonymous(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
