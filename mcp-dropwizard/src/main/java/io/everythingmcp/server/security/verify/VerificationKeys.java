package io.everythingmcp.server.security.verify;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import io.everythingmcp.server.limit.OutboundCalls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys that verify signatures. The allowed algorithms are determined by the key, not by the token:
 * a public key is never used as a secret.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725#section-3.1">RFC 8725, section 3.1</a>
 */
public final class VerificationKeys {
  private static final Set<JWSAlgorithm> SECRET = Set.of(JWSAlgorithm.HS256);
  private static final Set<JWSAlgorithm> PUBLIC =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration KEPT_WHILE_AWAY = Duration.ofHours(4);
  private static final Duration BETWEEN = Duration.ofSeconds(10);

  private final Set<JWSAlgorithm> algorithms;
  private final JWSVerificationKeySelector<SecurityContext> selector;
  private final RemoteJwkSet remote;

  private VerificationKeys(
      Set<JWSAlgorithm> algorithms, JWKSource<SecurityContext> source, RemoteJwkSet remote) {
    this.algorithms = algorithms;
    this.selector = new JWSVerificationKeySelector<>(algorithms, source);
    this.remote = remote;
  }

  /** A secret that both sides share, for HS256. */
  public static VerificationKeys secret(String secret) {
    return new VerificationKeys(
        SECRET, new ImmutableSecret<>(secret.getBytes(StandardCharsets.UTF_8)), null);
  }

  /**
   * Reads public keys from a file, as PEM or as a JSON Web Key Set.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static VerificationKeys file(Path file) {
    try {
      String text = Files.readString(file);
      JWKSet keys = PemPublicKeys.looksLike(text) ? PemPublicKeys.read(text) : JWKSet.parse(text);
      if (keys.toPublicJWKSet().isEmpty()) {
        throw new IllegalArgumentException(
            "auth.jwt.keyFile is '" + file + "'; it must contain a public key");
      }
      return new VerificationKeys(PUBLIC, new ImmutableJWKSet<>(keys.toPublicJWKSet()), null);
    } catch (IOException | ParseException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "auth.jwt.keyFile is '"
              + file
              + "'; it must be a readable file, PEM or a JSON Web Key Set",
          e);
    }
  }

  /**
   * Returns published public keys. They are cached for minutes, fetched again for an unknown key
   * (rate-limited), and used for hours while their publisher is unavailable.
   *
   * @param calls limits the threads that wait for the publisher
   */
  public static VerificationKeys published(RemoteJwkSet remote, OutboundCalls calls) {
    JWKSource<SecurityContext> cached =
        JWKSourceBuilder.create(remote)
            .cache(KEPT.toMillis(), AuthorizationServerHttpClient.TIMEOUT.toMillis())
            .refreshAheadCache(false)
            .rateLimited(BETWEEN.toMillis())
            .outageTolerant(KEPT_WHILE_AWAY.toMillis())
            .build();
    return new VerificationKeys(
        PUBLIC, new BoundedKeySource(cached, remote, calls, KEPT, KEPT_WHILE_AWAY), remote);
  }

  /** Whether a token that is signed like this can be verified by these keys at all. */
  boolean fit(JWSHeader header) {
    return algorithms.contains(header.getAlgorithm());
  }

  /**
   * Returns the possible keys of a token; empty if none matches.
   *
   * @throws KeysBusyException if too many threads wait for the keys
   */
  List<Key> candidates(JWSHeader header) throws KeysBusyException {
    try {
      // Keys in a file may have no ids; then all of them are tried.
      boolean named = remote != null || header.getKeyID() == null;
      List<Key> keys = selector.selectJWSKeys(header, null);
      return named || !keys.isEmpty()
          ? keys
          : selector.selectJWSKeys(new JWSHeader.Builder(header).keyID(null).build(), null);
    } catch (KeysBusyException e) {
      throw e;
    } catch (KeySourceException e) {
      return List.of();
    }
  }

  /** Returns why the keys are unavailable; empty if they are available. */
  Optional<String> problem() {
    return remote == null ? Optional.empty() : remote.problem();
  }
}
