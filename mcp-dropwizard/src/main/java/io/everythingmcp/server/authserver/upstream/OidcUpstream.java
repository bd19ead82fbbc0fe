package io.everythingmcp.server.authserver.upstream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * OpenID Connect provider.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth">OpenID Connect
 *     Core, section 3.1</a>
 */
public final class OidcUpstream implements UpstreamIdentityProvider {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.PS256);

  private final String name;
  private final UpstreamSettings settings;
  private final OidcProviderMetadata provider;
  private final CodeExchange exchange;
  private final ResourceRetriever retriever;
  private final SubjectRule subjects;
  private volatile JWKSource<SecurityContext> keys;

  /** How a user of the provider is called here. */
  public enum SubjectRule {
    /** Unchanged: there is only one provider. */
    AS_IT_IS,
    /** Prefixed with the issuer: several providers may use the same subjects. */
    WITH_ISSUER
  }

  /**
   * Creates a provider.
   *
   * @param name display name
   * @param sender HTTP client
   * @param retriever fetches its keys
   */
  public OidcUpstream(
      String name,
      UpstreamSettings settings,
      SubjectRule subjects,
      HTTPRequestSender sender,
      ResourceRetriever retriever,
      Clock clock) {
    this.name = name;
    this.settings = settings;
    this.subjects = subjects;
    this.provider = new OidcProviderMetadata(settings.discovery(), sender, clock);
    this.exchange = new CodeExchange(settings, provider);
    this.retriever = retriever;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public URI begin(UpstreamLogin login) throws UpstreamLoginException {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope(settings.scopes().toArray(String[]::new)),
            new ClientID(settings.clientId()),
            settings.callback())
        .endpointURI(provider.metadata().getAuthorizationEndpointURI())
        .state(new State(login.state()))
        .nonce(new Nonce(login.nonce()))
        .codeChallenge(new CodeVerifier(login.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  @Override
  public UpstreamUser finish(UpstreamLogin login, OAuthParameters callback)
      throws UpstreamLoginException {
    OIDCProviderMetadata metadata = provider.metadata();
    issuer(metadata, callback.get("iss"));
    OIDCTokenResponse tokens = exchange.redeem(login, CodeExchange.code(callback), metadata);
    IDTokenClaimsSet claims = verify(tokens, metadata, login);
    String subject = claims.getSubject().getValue();
    return new UpstreamUser(
        subjects == SubjectRule.AS_IT_IS ? subject : claims.getIssuer().getValue() + "|" + subject,
        name(claims),
        claims.toJSONObject(),
        subjects == SubjectRule.AS_IT_IS ? "" : tokens.toJSONObject().toJSONString());
  }

  /** Checks the issuer against mix-up attacks (RFC 9207, section 2.4). */
  private static void issuer(OIDCProviderMetadata metadata, Optional<String> issuer)
      throws UpstreamLoginException {
    boolean right =
        issuer
            .map(metadata.getIssuer().getValue()::equals)
            .orElse(!metadata.supportsAuthorizationResponseIssuerParam());
    if (!right) {
      throw UpstreamLoginException.invalidResponse(
          "The iss parameter of the response is missing or belongs to another provider");
    }
  }

  private IDTokenClaimsSet verify(
      OIDCTokenResponse tokens, OIDCProviderMetadata metadata, UpstreamLogin login)
      throws UpstreamLoginException {
    IDTokenValidator validator =
        new IDTokenValidator(
            metadata.getIssuer(),
            new ClientID(settings.clientId()),
            new JWSVerificationKeySelector<>(ALGORITHMS, keys(metadata)),
            null);
    try {
      return validator.validate(tokens.getOIDCTokens().getIDToken(), new Nonce(login.nonce()));
    } catch (BadJOSEException | JOSEException e) {
      throw UpstreamLoginException.invalidResponse(
          "Invalid ID token: " + e.getClass().getSimpleName());
    }
  }

  private JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata)
      throws UpstreamLoginException {
    if (keys == null) {
      try {
        keys =
            JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), retriever)
                .retrying(true)
                .build();
      } catch (MalformedURLException e) {
        throw UpstreamLoginException.invalidResponse("The provider's jwks_uri is not a URL");
      }
    }
    return keys;
  }

  private static String name(IDTokenClaimsSet claims) {
    return Stream.of("name", "preferred_username", "email")
        .map(claims::getStringClaim)
        .filter(text -> text != null && !text.isBlank())
        .findFirst()
        .orElse("");
  }
}
