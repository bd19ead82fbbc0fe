package io.everythingmcp.idp.flow;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.http.IdpResponse;
import io.everythingmcp.idp.script.IdpScript;
import io.everythingmcp.idp.script.ProtocolFault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The UserInfo endpoint. The access token is accepted in the header only.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#UserInfo">OpenID Connect
 *     Core, section 5.3</a>
 */
final class UserInfoEndpoint implements IdpEndpoint {
  private final IdpGrantStore grants;
  private final IdpScript script;

  UserInfoEndpoint(IdpGrantStore grants, IdpScript script) {
    this.grants = grants;
    this.script = script;
  }

  @Override
  public Set<String> methods() {
    return Set.of("GET", "POST");
  }

  @Override
  public IdpResponse serve(IdpRequest request) {
    Optional<String> header = request.header("Authorization");
    if (header.isEmpty()) {
      return refuse(BearerTokenError.MISSING_TOKEN);
    }
    try {
      return grants
          .find(BearerAccessToken.parse(header.get()).getValue())
          .map(this::info)
          .orElseGet(() -> refuse(BearerTokenError.INVALID_TOKEN));
    } catch (ParseException e) {
      return refuse(BearerTokenError.INVALID_TOKEN);
    }
  }

  private IdpResponse info(IdpGrant grant) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put(
        "sub",
        script.take(ProtocolFault.WRONG_USERINFO_SUBJECT)
            ? "another-subject"
            : grant.login().user().subject());
    claims.putAll(UserClaims.of(grant));
    return IdpResponse.json(200, IdpJson.of(claims));
  }

  private static IdpResponse refuse(BearerTokenError error) {
    return IdpResponse.empty(401).with("WWW-Authenticate", error.toWWWAuthenticateHeader());
  }
}
