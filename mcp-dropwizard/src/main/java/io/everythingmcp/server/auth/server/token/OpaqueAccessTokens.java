package io.everythingmcp.server.auth.server.token;

import io.everythingmcp.server.auth.server.endpoint.Secrets;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tokens that say nothing: the name of the grant, where they are looked up, and a secret. */
public final class OpaqueAccessTokens implements AccessTokens {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{43}");

  private final Installations installations;
  private final Clock clock;

  public OpaqueAccessTokens(Installations installations, Clock clock) {
    this.installations = installations;
    this.clock = clock;
  }

  @Override
  public Optional<String> issue(AccessToken token) {
    byte[] name = HexFormat.of().parseHex(token.installation());
    String text =
        Base64.getUrlEncoder().withoutPadding().encodeToString(name) + "." + Secrets.random();
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
  public TokenReading read(String text) {
    if (!FORM.matcher(text).matches()) {
      return TokenReading.Bad.NOT_OURS;
    }
    byte[] bytes = Base64.getUrlDecoder().decode(text.substring(0, text.indexOf('.')));
    String name = HexFormat.of().formatHex(bytes);
    Optional<Installation> found = installations.find(name);
    if (found.isEmpty()) {
      return TokenReading.Bad.ENDED;
    }
    String digest = Secrets.digest(text);
    Optional<Installation.Opaque> kept =
        found.get().tokens().stream()
            .filter(token -> Secrets.same(token.digest(), digest))
            .findFirst();
    if (kept.isEmpty()) {
      return TokenReading.Bad.FORGOTTEN;
    }
    return kept.get().expiry().isAfter(clock.instant())
        ? new TokenReading.Good(token(name, found.get(), kept.get()))
        : TokenReading.Bad.EXPIRED;
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
