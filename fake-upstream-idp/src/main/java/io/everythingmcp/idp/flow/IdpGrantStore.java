package io.everythingmcp.idp.flow;

import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.state.IdpState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Codes, each for one use, and the access tokens issued for them. A code that is used again revokes
 * the token that was issued for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2">RFC 6749, section 4.1.2</a>
 */
final class IdpGrantStore {
  private final IdpState state;
  private final IdpSettings settings;
  private final InstantSource clock;
  private final IdpSecrets secrets = new IdpSecrets();

  IdpGrantStore(IdpState state, IdpSettings settings, InstantSource clock) {
    this.state = state;
    this.settings = settings;
    this.clock = clock;
  }

  /** A code for a grant, whose end is set here. */
  String code(IdpGrant grant) {
    String code = secrets.next();
    put("code:" + IdpSecrets.digest(code), grant, settings.codeLife());
    return code;
  }

  /** What a code stands for. From now on it stands for nothing. */
  Optional<IdpGrant> redeem(String code) {
    Optional<IdpGrant> grant = state.take("code:" + IdpSecrets.digest(code)).map(IdpGrant::of);
    if (grant.isEmpty()) {
      state.take("used:" + IdpSecrets.digest(code)).ifPresent(state::take);
    }
    return grant.filter(this::alive);
  }

  /** An access token for what a code stood for. */
  String accessToken(IdpGrant grant, String code) {
    String token = secrets.next();
    String key = "access:" + IdpSecrets.digest(token);
    put(key, grant, settings.tokenLife());
    state.put("used:" + IdpSecrets.digest(code), key, settings.tokenLife());
    return token;
  }

  /** What an access token stands for. */
  Optional<IdpGrant> find(String accessToken) {
    return state
        .get("access:" + IdpSecrets.digest(accessToken))
        .map(IdpGrant::of)
        .filter(this::alive);
  }

  private void put(String key, IdpGrant grant, Duration life) {
    state.put(key, grant.until(clock.instant().plus(life)).json(), life);
  }

  private boolean alive(IdpGrant grant) {
    return clock.instant().isBefore(grant.expires());
  }
}
