package io.everythingmcp.server.security.verify;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.everythingmcp.server.limit.OutboundCalls;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Limits the threads that wait for published keys: a token may have an unknown key id, for which
 * the keys are fetched again. Known keys are returned without waiting.
 *
 * @param source fetches and caches the keys
 * @param remote the keys that were fetched last
 * @param calls limits the waiting threads
 * @param fresh time for which fetched keys are used without fetching them again
 * @param stale time for which they are used while no thread may wait
 */
record BoundedKeySource(
    JWKSource<SecurityContext> source,
    RemoteJwkSet remote,
    OutboundCalls calls,
    Duration fresh,
    Duration stale)
    implements JWKSource<SecurityContext> {

  @Override
  public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
    List<JWK> known = remote.select(selector, fresh);
    if (!known.isEmpty()) {
      return known;
    }
    Optional<OutboundCalls.Slot> slot = calls.begin();
    if (slot.isEmpty()) {
      List<JWK> old = remote.select(selector, stale);
      if (old.isEmpty()) {
        throw new KeysBusyException();
      }
      return old;
    }
    try {
      return source.get(selector, context);
    } finally {
      slot.get().close();
    }
  }
}
