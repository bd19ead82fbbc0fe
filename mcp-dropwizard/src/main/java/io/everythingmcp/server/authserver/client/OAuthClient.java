package io.everythingmcp.server.authserver.client;

import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import java.util.List;
import java.util.Set;

/**
 * An application that may ask for tokens.
 *
 * @param id its client id
 * @param name what it calls itself; nobody has checked that
 * @param origin where it is known from
 * @param redirectUris where people may be sent back to, in the order of the client
 * @param method how it authenticates at the token endpoint, as OAuth names it
 * @param secretDigest of its secret; empty when it has none
 * @param grants the grant types that it may use
 * @param scopes what it may ask for; empty for all there is
 * @param keys its public keys, as a JWK set; empty when it has none
 * @param keysUri where its public keys are; empty when they are nowhere
 */
public record OAuthClient(
    String id,
    String name,
    Origin origin,
    List<String> redirectUris,
    String method,
    String secretDigest,
    List<String> grants,
    Set<String> scopes,
    String keys,
    String keysUri) {

  /** Where a client is known from. */
  public enum Origin {
    /** The operator of this server wrote it down. */
    CONFIGURED,
    /** It registered itself. */
    REGISTERED,
    /** Its id is the address of a document about it. */
    DOCUMENT
  }

  public OAuthClient {
    redirectUris = List.copyOf(redirectUris);
    grants = List.copyOf(grants);
    scopes = Set.copyOf(scopes);
  }

  /** This client with a secret. */
  OAuthClient withSecret(String secret) {
    return new OAuthClient(
        id,
        name,
        origin,
        redirectUris,
        method,
        RandomSecrets.digest(secret),
        grants,
        scopes,
        keys,
        keysUri);
  }

  /** Whether the operator of this server wrote it down; all others name themselves. */
  public boolean trusted() {
    return origin == Origin.CONFIGURED;
  }

  /** Whether anybody can claim to be this client. */
  public boolean open() {
    return authenticatesWith(ClientAuthenticationMethod.NONE);
  }

  boolean authenticatesWith(ClientAuthenticationMethod other) {
    return method.equals(other.getValue());
  }

  @Override
  public String toString() {
    return "Client[" + id + "]";
  }
}
