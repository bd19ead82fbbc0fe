package io.everythingmcp.idp.flow;

import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.state.IdpState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Codes, each for one use, and the access tokens that come of them. A code that is used again takes
 * back the token that it gave.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2">RFC 6749, section 4.1.2</a>
 */
final class Grants {
  private final IdpState state;
  private final IdpSettings settings;
  private final InstantSource clock;
  private final Secrets secrets = new Secrets();

  Grants(IdpState state, IdpSettings settings, InstantSource clock) {
    this.state = state;
    this.settings = settings;
    this.clock = clock;
  }

  /** A code for a grant, whose end is set here. */
  String code(Grant grant) {
    String code = secrets.next();
    put("code:" + Secrets.digest(code), grant, settings.codeLife());
    return code;
  }

  /** What a code stands for. From now on it stands for nothing. */
  Optional<Grant> redeem(String code) {
    Optional<Grant> grant = state.take("code:" + Secrets.digest(code)).map(Grant::of);
    if (grant.isEmpty()) {
      state.take("used:" + Secrets.digest(code)).ifPresent(state::take);
    }
    return grant.filter(this::alive);
  }

  /** An access token for what a code stood for. */
  String accessToken(Grant grant, String code) {
    String token = secrets.next();
    String key = "access:" + Secrets.digest(token);
    put(key, grant, settings.tokenLife());
    state.put("used:" + Secrets.digest(code), key, settings.tokenLife());
    return token;
  }

  /** What an access token stands for. */
  Optional<Grant> find(String accessToken) {
    return state.get("access:" + Secrets.digest(accessToken)).map(Grant::of).filter(this::alive);
  }

  private void put(String key, Grant grant, Duration life) {
    state.put(key, grant.until(clock.instant().plus(life)).json(), life);
  }

  private boolean alive(Grant grant) {
    return clock.instant().isBefore(grant.expires());
  }
}
