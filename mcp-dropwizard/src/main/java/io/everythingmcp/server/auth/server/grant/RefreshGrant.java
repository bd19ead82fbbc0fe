package io.everythingmcp.server.auth.server.grant;

import io.everythingmcp.server.auth.server.client.Client;
import io.everythingmcp.server.auth.server.endpoint.Parameters;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import io.everythingmcp.server.auth.server.token.Installation;
import java.util.List;
import java.util.Set;

/**
 * Decides whether a refresh token becomes new tokens. The new access token may be good for less;
 * the new refresh token is always good for all that was granted.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-6">RFC 6749, section 6</a>
 */
final class RefreshGrant implements GrantHandler {
  private static final Rule RULE = Rule.rfc(6749, "6");

  private final RefreshTokens tokens;
  private final Grants.Parts parts;
  private final Issuance issuance;

  RefreshGrant(RefreshTokens tokens, Grants.Parts parts, Issuance issuance) {
    this.tokens = tokens;
    this.parts = parts;
    this.issuance = issuance;
  }

  @Override
  public Tokens redeem(Client client, Parameters form) throws Refusal {
    String text = form.require("refresh_token");
    RefreshToken shown =
        tokens
            .find(text)
            .orElseThrow(
                () -> Refusal.invalidGrant("The refresh token is not known, or has expired", RULE));
    if (!shown.clientId().equals(client.id())) {
      throw Refusal.invalidGrant("The refresh token was given to another client", RULE);
    }
    Asked asked = new Asked(form.get("scope").orElse(""), form.list("resource"));
    if (!shown.use().isEmpty()) {
      return tokens.again(shown, asked.toString()).orElseThrow(RefreshGrant::used);
    }
    // Whatever is wrong with the request must not cost the token, so it is used last.
    Tokens answer = issuance.issue(client, shown.installation(), asked);
    return tokens.use(text, asked.toString(), answer).orElseThrow(RefreshGrant::used);
  }

  private static Refusal used() {
    return Refusal.invalidGrant(
        "The refresh token was used before, so its grant has ended", Rule.rfc(9700, "4.14.2"));
  }

  private final class Asked implements Issuance.Extent {
    private final String scope;
    private final List<String> asked;

    Asked(String scope, List<String> asked) {
      this.scope = scope;
      this.asked = asked;
    }

    @Override
    public Set<String> scopes(Installation granted) throws Refusal {
      return parts.scopes().narrowed(granted.scopes(), scope);
    }

    @Override
    public List<String> resources(Installation granted) throws Refusal {
      return parts.resources().narrowed(granted.resources(), asked);
    }

    @Override
    public String toString() {
      return scope + " " + asked;
    }
  }
}
