package io.everythingmcp.server.security.verify;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import io.everythingmcp.server.outage.OutageLog;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Published public keys. Records whether the last fetch failed: an unknown key may then be a new
 * one.
 */
public final class RemoteJwkSet implements JWKSetSource<SecurityContext> {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteJwkSet.class);

  private final AuthorizationServerHttpClient http;
  private final Supplier<URI> address;
  private final OutageLog outage = new OutageLog(LOG, "The publisher of signing keys");
  private volatile String problem;
  private volatile FetchedKeys last;

  /** The keys that were fetched last, and when. */
  private record FetchedKeys(JWKSet keys, long nanos) {}

  public RemoteJwkSet(AuthorizationServerHttpClient http, Supplier<URI> address) {
    this.http = http;
    this.address = address;
  }

  @Override
  public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
      throws KeySourceException {
    URI from = address.get();
    try {
      AuthorizationServerHttpClient.ServerResponse response = http.get(from);
      if (response.status() != 200) {
        throw new IOException("the HTTP status is " + response.status());
      }
      JWKSet keys = JWKSet.parse(response.body());
      problem = null;
      last = new FetchedKeys(keys, System.nanoTime());
      outage.onSuccess();
      return keys;
    } catch (IOException | ParseException e) {
      problem = "The keys at " + from + " cannot be fetched: " + e.getMessage();
      outage.onFailure(from + ": " + e.getMessage());
      throw new JWKSetUnavailableException(problem, e);
    }
  }

  /** Selects from the keys that were fetched last, unless that was too long ago. */
  List<JWK> select(JWKSelector selector, Duration atMost) {
    FetchedKeys known = last;
    return known == null || System.nanoTime() - known.nanos() > atMost.toNanos()
        ? List.of()
        : selector.select(known.keys());
  }

  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
