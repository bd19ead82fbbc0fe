package io.everythingmcp.server.security.verify;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.wire.SecureIds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies API keys by their digests. All are compared in constant time, so that timing discloses
 * nothing.
 */
public final class ApiKeyVerifier implements TokenVerifier {
  /** Issuer of the owners of API keys. */
  private static final String ISSUER = "api_key";

  private static final Set<String> ALL =
      Set.of(OAuthScopes.READ, OAuthScopes.WRITE, OAuthScopes.ADMIN);

  private final List<Key> keys;

  /**
   * A configured key.
   *
   * @param sha256 its digest in hexadecimal
   * @param name name of the owner
   * @param scopes its scopes
   * @param tenant its tenant
   */
  public record Key(String sha256, String name, Set<String> scopes, Optional<String> tenant) {

    /** Creates a key with all scopes from its text, which is not stored. */
    public static Key plain(String key) {
      String digest = SecureIds.digest(key);
      return new Key(digest, "key-" + digest.substring(0, 8), ALL, Optional.empty());
    }
  }

  public ApiKeyVerifier(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  @Override
  public VerificationResult verify(String credential) {
    byte[] given = bytes(SecureIds.digest(credential));
    Key found = null;
    for (Key key : keys) {
      if (MessageDigest.isEqual(given, bytes(key.sha256().toLowerCase(Locale.ROOT)))) {
        found = key;
      }
    }
    return found == null
        ? new VerificationResult.Rejected("Unknown API key")
        : new VerificationResult.Accepted(caller(found));
  }

  private static byte[] bytes(String digest) {
    return digest.getBytes(StandardCharsets.US_ASCII);
  }

  private static CallerIdentity caller(Key key) {
    return new CallerIdentity(
        "api_key",
        Optional.of(ISSUER),
        Optional.of(key.name()),
        Optional.empty(),
        key.scopes(),
        key.tenant(),
        Optional.empty(),
        Map.of());
  }
}
