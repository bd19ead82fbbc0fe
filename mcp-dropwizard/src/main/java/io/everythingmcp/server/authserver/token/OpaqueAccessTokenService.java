package io.everythingmcp.server.authserver.token;

import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Opaque access tokens: the id of the grant for the lookup, and a secret. */
public final class OpaqueAccessTokenService implements AccessTokenService {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{43}");

  private final AuthorizationGrantStore grants;
  private final Clock clock;

  public OpaqueAccessTokenService(AuthorizationGrantStore grants, Clock clock) {
    this.grants = grants;
    this.clock = clock;
  }

  @Override
  public Optional<String> issue(IssuedAccessToken token) {
    byte[] name = HexFormat.of().parseHex(token.grantId());
    String text =
        Base64.getUrlEncoder().withoutPadding().encodeToString(name) + "." + RandomSecrets.random();
    AuthorizationGrant.Opaque kept =
        new AuthorizationGrant.Opaque(
            RandomSecrets.digest(text),
            token.scopes(),
            token.resources(),
            token.issued(),
            token.expiry());
    return grants.update(token.grantId(), now -> now.plus(kept, clock.instant())).map(now -> text);
  }

  @Override
  public TokenReading read(String text) {
    if (!FORM.matcher(text).matches()) {
      return TokenReading.Bad.NOT_OURS;
    }
    byte[] bytes = Base64.getUrlDecoder().decode(text.substring(0, text.indexOf('.')));
    String name = HexFormat.of().formatHex(bytes);
    Optional<AuthorizationGrant> found = grants.find(name);
    if (found.isEmpty()) {
      return TokenReading.Bad.ENDED;
    }
    String digest = RandomSecrets.digest(text);
    Optional<AuthorizationGrant.Opaque> kept =
        found.get().tokens().stream()
            .filter(token -> RandomSecrets.same(token.digest(), digest))
            .findFirst();
    if (kept.isEmpty()) {
      return TokenReading.Bad.UNKNOWN;
    }
    return kept.get().expiry().isAfter(clock.instant())
        ? new TokenReading.Good(token(name, found.get(), kept.get()))
        : TokenReading.Bad.EXPIRED;
  }

  private static IssuedAccessToken token(
      String id, AuthorizationGrant of, AuthorizationGrant.Opaque kept) {
    return new IssuedAccessToken(
        id,
        of.clientId(),
        of.subject(),
        kept.scopes(),
        kept.resources(),
        kept.issued(),
        kept.expiry());
  }
}
