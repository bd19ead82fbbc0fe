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
 * Knows API keys by their digest. All are compared, each in the time that any takes, so that nobody
 * learns from the time how much of a guess was right.
 */
public final class ApiKeyVerifier implements TokenVerifier {
  /** Who vouches for the owner of a key. */
  private static final String ISSUER = "api_key";

  private static final Set<String> ALL =
      Set.of(OAuthScopes.READ, OAuthScopes.WRITE, OAuthScopes.ADMIN);

  private final List<Key> keys;

  /**
   * A key.
   *
   * @param sha256 its digest, in hexadecimal digits
   * @param name whose it is
   * @param scopes what may be done with it
   * @param tenant the tenant it belongs to
   */
  public record Key(String sha256, String name, Set<String> scopes, Optional<String> tenant) {

    /** A key as it is sent, which may do everything; it is not kept. */
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
        ? new VerificationResult.Rejected("The API key is not known here")
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
