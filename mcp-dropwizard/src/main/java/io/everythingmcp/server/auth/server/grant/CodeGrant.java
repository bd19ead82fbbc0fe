package io.everythingmcp.server.auth.server.grant;

import io.everythingmcp.server.auth.server.client.Client;
import io.everythingmcp.server.auth.server.client.RedirectUris;
import io.everythingmcp.server.auth.server.endpoint.Parameters;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Resources;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import io.everythingmcp.server.auth.server.token.Installation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a code becomes tokens. It is bound to the client, to where it was sent, to the
 * verifier of PKCE, and to the resources. Whoever shows it with anything of that wrong has used it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3">RFC 6749, section 4.1.3</a>
 */
final class CodeGrant implements GrantHandler {
  private static final Rule RULE = Rule.rfc(6749, "4.1.3");

  private final Codes codes;
  private final Resources resources;
  private final Issuance issuance;

  CodeGrant(Codes codes, Resources resources, Issuance issuance) {
    this.codes = codes;
    this.resources = resources;
    this.issuance = issuance;
  }

  @Override
  public Tokens redeem(Client client, Parameters form) throws Refusal {
    String verifier = form.require("code_verifier");
    Code code = codes.redeem(form.require("code"));
    if (!code.clientId().equals(client.id())) {
      throw Refusal.invalidGrant("The code was given to another client", RULE);
    }
    Optional<String> redirect = form.get("redirect_uri");
    if (redirect.isPresent() && !RedirectUris.same(redirect.get(), code.redirectUri())) {
      throw Refusal.invalidGrant("redirect_uri is not that of the authorization request", RULE);
    }
    Pkce.check(code.challenge(), verifier);
    return issuance.issue(client, code.installation(), new Asked(code, form.list("resource")));
  }

  private final class Asked implements Issuance.Extent {
    private final Code code;
    private final List<String> asked;

    Asked(Code code, List<String> asked) {
      this.code = code;
      this.asked = asked;
    }

    @Override
    public Set<String> scopes(Installation granted) {
      return code.scopes();
    }

    @Override
    public List<String> resources(Installation granted) throws Refusal {
      return resources.narrowed(code.resources(), asked);
    }
  }
}
