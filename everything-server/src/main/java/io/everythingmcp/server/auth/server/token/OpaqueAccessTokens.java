package io.everythingmcp.server.auth.server.token;

import io.everythingmcp.server.auth.server.endpoint.Secrets;
import java.time.Clock;
import java.util.Optional;

/** Tokens that say nothing: the id of the grant, where they are looked up, and a secret. */
public final class OpaqueAccessTokens implements AccessTokens {
  private static final int ID = 43;
  private static final int LENGTH = 2 * ID + 1;

  private final Installations installations;
  private final Clock clock;

  public OpaqueAccessTokens(Installations installations, Clock clock) {
    this.installations = installations;
    this.clock = clock;
  }

  @Override
  public Optional<String> issue(AccessToken token) {
    String text = token.installation() + "." + Secrets.random();
    Installation.Opaque kept =
        new Installation.Opaque(
            Secrets.digest(text),
            token.scopes(),
            token.resources(),
            token.issued(),
            token.expiry());
    return installations
        .update(token.installation(), now -> now.plus(kept, clock.instant()))
        .map(now -> text);
  }

  @Override
  public Optional<AccessToken> find(String text) {
    if (text.length() != LENGTH || text.charAt(ID) != '.') {
      return Optional.empty();
    }
    String id = text.substring(0, ID);
    String digest = Secrets.digest(text);
    return installations
        .find(id)
        .flatMap(
            installation ->
                installation.tokens().stream()
                    .filter(kept -> Secrets.same(kept.digest(), digest))
                    .filter(kept -> kept.expiry().isAfter(clock.instant()))
                    .map(kept -> token(id, installation, kept))
                    .findFirst());
  }

  private static AccessToken token(String id, Installation of, Installation.Opaque kept) {
    return new AccessToken(
        id,
        of.clientId(),
        of.subject(),
        kept.scopes(),
        kept.resources(),
        kept.issued(),
        kept.expiry());
  }
}
