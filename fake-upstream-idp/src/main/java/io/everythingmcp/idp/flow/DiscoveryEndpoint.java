package io.everythingmcp.idp.flow;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.http.IdpResponse;
import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.script.IdpRoute;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The discovery endpoint: the metadata of this provider.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata">OpenID
 *     Connect Discovery, section 3</a>
 */
final class DiscoveryEndpoint implements IdpEndpoint {
  private final String document;

  DiscoveryEndpoint(IdpSettings settings) {
    OIDCProviderMetadata metadata =
        new OIDCProviderMetadata(
            new Issuer(settings.issuer()),
            List.of(SubjectType.PUBLIC),
            settings.at(IdpRoute.JWKS.path()));
    metadata.setAuthorizationEndpointURI(settings.at(IdpRoute.AUTHORIZE.path()));
    metadata.setTokenEndpointURI(settings.at(IdpRoute.TOKEN.path()));
    metadata.setUserInfoEndpointURI(settings.at(IdpRoute.USERINFO.path()));
    metadata.setScopes(new Scope("openid", "profile", "email"));
    metadata.setResponseTypes(List.of(ResponseType.CODE));
    metadata.setResponseModes(List.of(ResponseMode.QUERY));
    metadata.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE));
    metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
    metadata.setTokenEndpointAuthMethods(
        settings.clients().stream()
            .flatMap(client -> client.methods().stream())
            .distinct()
            .sorted((a, b) -> a.getValue().compareTo(b.getValue()))
            .toList());
    if (settings.clients().isEmpty()) {
      metadata.setTokenEndpointAuthMethods(List.of(ClientAuthenticationMethod.NONE));
    }
    metadata.setIDTokenJWSAlgs(List.of(settings.algorithm()));
    metadata.setClaims(
        List.of("sub", "auth_time", "name", "preferred_username", "email", "email_verified"));
    metadata.setSupportsAuthorizationResponseIssuerParam(true);
    metadata.setSupportsRequestURIParam(false);
    Map<String, Object> json = metadata.toJSONObject();
    // As text: what Nimbus makes of these depends on the language of the machine.
    json.put("subject_types_supported", List.of("public"));
    json.put("prompt_values_supported", List.of("none", "login", "select_account"));
    json.put("claim_types_supported", List.of("normal"));
    document = IdpJson.of(json);
  }

  @Override
  public Set<String> methods() {
    return Set.of("GET");
  }

  @Override
  public IdpResponse serve(IdpRequest request) {
    return IdpResponse.json(200, document);
  }
}
