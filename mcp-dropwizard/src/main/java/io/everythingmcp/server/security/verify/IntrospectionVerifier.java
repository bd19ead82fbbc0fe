package io.everythingmcp.server.security.verify;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.limit.OutboundCalls;
import io.everythingmcp.server.wire.WireJson;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies tokens by introspection at the authorization server.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7662">RFC 7662</a>
 */
public final class IntrospectionVerifier implements TokenVerifier {
  private final AuthorizationServerMonitor server;
  private final AuthorizationServerHttpClient http;
  private final String authorization;
  private final TokenRules rules;
  private final OutboundCalls calls;

  /**
   * Creates a verifier.
   *
   * @param client client id for introspection
   * @param secret client secret
   * @param calls limits concurrent introspections
   */
  public IntrospectionVerifier(
      AuthorizationServerMonitor server,
      AuthorizationServerHttpClient http,
      String client,
      String secret,
      TokenRules rules,
      OutboundCalls calls) {
    this.server = server;
    this.http = http;
    this.authorization =
        new ClientSecretBasic(new ClientID(client), new Secret(secret)).toHTTPAuthorizationHeader();
    this.rules = rules;
    this.calls = calls;
  }

  @Override
  public Optional<VerificationResult.Unavailable> unavailability() {
    return server.unavailability();
  }

  @Override
  public VerificationResult verify(String credential) {
    Optional<VerificationResult.Unavailable> away = server.unavailability();
    if (away.isPresent()) {
      return away.get();
    }
    Optional<OutboundCalls.Slot> slot = calls.begin();
    if (slot.isEmpty()) {
      return server.unavailable("its responses time out");
    }
    try {
      return introspect(credential);
    } catch (IOException e) {
      server.failed(e.getMessage());
      return server.unavailable(e.getMessage());
    } finally {
      slot.get().close();
    }
  }

  private VerificationResult introspect(String credential) throws IOException {
    String token = URLEncoder.encode(credential, StandardCharsets.UTF_8);
    AuthorizationServerHttpClient.ServerResponse response =
        http.post(
            server.endpoint("introspection_endpoint", "/introspect"),
            authorization,
            "token=" + token + "&token_type_hint=access_token");
    if (response.status() == 401 || response.status() == 403) {
      return server.unavailable(
          "it does not allow this server to introspect tokens"
              + " (INTROSPECTION_CLIENT_ID, INTROSPECTION_CLIENT_SECRET)");
    }
    if (response.status() != 200) {
      throw new IOException("its introspection endpoint returns HTTP status " + response.status());
    }
    try {
      Map<String, Object> claims = WireJson.map(WireJson.MAPPER.readTree(response.body()));
      server.onSuccess();
      return judge(claims);
    } catch (IOException | ParseException e) {
      throw new IOException("its introspection endpoint returns an invalid response", e);
    }
  }

  private VerificationResult judge(Map<String, Object> claims) throws ParseException {
    return Boolean.TRUE.equals(claims.get("active"))
            && !"refresh_token".equals(claims.get("token_type"))
        ? rules.judge(JWTClaimsSet.parse(claims))
        : new VerificationResult.Rejected(
            "The access token is invalid: unknown, expired or revoked");
  }
}
