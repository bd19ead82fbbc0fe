package io.everythingmcp.server.auth.server.grant;

import io.everythingmcp.server.auth.server.client.Client;
import io.everythingmcp.server.auth.server.endpoint.Parameters;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Resources;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import io.everythingmcp.server.auth.server.endpoint.ScopeRule;
import io.everythingmcp.server.auth.server.token.Installation;
import io.everythingmcp.server.auth.server.token.Installations;
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
  private final Installations installations;
  private final Resources resources;
  private final Issuance issuance;

  RefreshGrant(
      RefreshTokens tokens, Installations installations, Resources resources, Issuance issuance) {
    this.tokens = tokens;
    this.installations = installations;
    this.resources = resources;
    this.issuance = issuance;
  }

  @Override
  public Tokens redeem(Client client, Parameters form) throws Refusal {
    String text = form.require("refresh_token");
    RefreshToken shown =
        tokens
            .find(text)
            .filter(token -> token.clientId().equals(client.id()))
            .orElseThrow(RefreshGrant::unknown);
    Asked asked = new Asked(form.get("scope").orElse(""), form.list("resource"));
    if (shown.use().isEmpty()) {
      // What is asked for wrongly must not cost the token.
      Installation granted =
          installations.find(shown.installation()).orElseThrow(RefreshGrant::unknown);
      asked.scopes(granted);
      asked.resources(granted);
    }
    RefreshToken token = tokens.use(text).orElseThrow(RefreshGrant::unknown);
    return issuance.issue(client, token.installation(), asked);
  }

  private static Refusal unknown() {
    return Refusal.invalidGrant("The refresh token is not known, has expired or was used", RULE);
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
      return ScopeRule.narrowed(granted.scopes(), scope);
    }

    @Override
    public List<String> resources(Installation granted) throws Refusal {
      return resources.narrowed(granted.resources(), asked);
    }
  }
}
