package io.everythingmcp.idp.state;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keys beside the rest of the state, so that who shares the state signs alike. */
public final class StoredKeys implements IdpKeys {
  private static final Duration LIFE = Duration.ofDays(30);
  private static final int RSA_BITS = 2048;

  private final IdpState state;
  private final String name;
  private final JWSAlgorithm algorithm;

  /**
   * Keys, made when they are first needed.
   *
   * @param algorithm RS256 or ES256
   */
  public StoredKeys(IdpState state, JWSAlgorithm algorithm) {
    this.state = state;
    this.name = "keys:" + algorithm;
    this.algorithm = algorithm;
  }

  @Override
  public List<JWK> keys() {
    Optional<List<JWK>> known = stored();
    if (known.isPresent()) {
      return known.get();
    }
    List<JWK> made = List.of(generate());
    // Another instance may have been quicker; then its keys count.
    return state.putIfAbsent(name, text(made), LIFE) ? made : stored().orElse(made);
  }

  @Override
  public void rotate(boolean keepOld) {
    JWK next = generate();
    List<JWK> all = keepOld ? List.of(next, keys().get(0)) : List.of(next);
    state.put(name, text(all), LIFE);
  }

  private Optional<List<JWK>> stored() {
    return state.get(name).map(StoredKeys::parse);
  }

  private static String text(List<JWK> keys) {
    return new JWKSet(keys).toString(false);
  }

  private static List<JWK> parse(String text) {
    try {
      return JWKSet.parse(text).getKeys();
    } catch (ParseException e) {
      throw new IllegalStateException("The stored keys cannot be read", e);
    }
  }

  private JWK generate() {
    try {
      if (algorithm.equals(JWSAlgorithm.ES256)) {
        return new ECKeyGenerator(Curve.P_256)
            .algorithm(algorithm)
            .keyUse(KeyUse.SIGNATURE)
            .keyIDFromThumbprint(true)
            .generate();
      }
      return new RSAKeyGenerator(RSA_BITS)
          .algorithm(algorithm)
          .keyUse(KeyUse.SIGNATURE)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("Every JVM can make keys", e);
    }
  }
}
