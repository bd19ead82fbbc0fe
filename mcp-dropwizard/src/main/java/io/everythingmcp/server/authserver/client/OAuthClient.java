package io.everythingmcp.server.authserver.client;

import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import java.util.List;
import java.util.Set;

/**
 * OAuth client.
 *
 * @param id the client id
 * @param name the unverified client name
 * @param origin source of the client
 * @param redirectUris redirect URIs in the order of the client
 * @param method token endpoint authentication method
 * @param secretDigest digest of its secret; empty if it has none
 * @param grants allowed grant types
 * @param scopes allowed scopes; empty for all
 * @param keys its public keys as a JWK set; empty if it has none
 * @param keysUri URL of its public keys; empty if it has none
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

  /** Source of a client. */
  public enum Origin {
    /** The operator of this server wrote it down. */
    CONFIGURED,
    /** It registered itself. */
    REGISTERED,
    /** Its id is the URL of its client ID metadata document. */
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

  /** Returns whether any program can impersonate this client. */
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
