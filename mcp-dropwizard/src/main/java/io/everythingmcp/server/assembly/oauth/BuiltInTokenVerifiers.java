package io.everythingmcp.server.assembly.oauth;

import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.server.configuration.ApiKeyConfiguration;
import io.everythingmcp.server.configuration.AuthConfiguration;
import io.everythingmcp.server.configuration.CommaSeparatedList;
import io.everythingmcp.server.configuration.JwtConfiguration;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.SeparateConfiguration;
import io.everythingmcp.server.configuration.SeparateConfiguration.Verification;
import io.everythingmcp.server.limit.OutboundCalls;
import io.everythingmcp.server.security.verify.AcceptedAudiences;
import io.everythingmcp.server.security.verify.ApiKeyVerifier;
import io.everythingmcp.server.security.verify.AuthorizationServerHttpClient;
import io.everythingmcp.server.security.verify.AuthorizationServerMonitor;
import io.everythingmcp.server.security.verify.CachingTokenVerifier;
import io.everythingmcp.server.security.verify.IntrospectionVerifier;
import io.everythingmcp.server.security.verify.JwtVerifier;
import io.everythingmcp.server.security.verify.RemoteJwkSet;
import io.everythingmcp.server.security.verify.TokenRules;
import io.everythingmcp.server.security.verify.VerificationKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the verifiers that need nothing but the configuration. */
public final class BuiltInTokenVerifiers {
  private static final Duration CACHE_TTL = Duration.ofSeconds(60);
  private static final Duration BAD = Duration.ofSeconds(5);
  private static final Clock CLOCK = Clock.systemUTC();

  private final AuthConfiguration auth;
  private final Set<String> resources;

  /**
   * Verifiers.
   *
   * @param resources for which a token must be, where nothing else is configured
   */
  public BuiltInTokenVerifiers(McpConfiguration configuration, Set<String> resources) {
    this.auth = configuration.getAuth();
    this.resources = resources;
  }

  private TokenRules rules(String issuer) {
    return new TokenRules(
        issuer,
        AcceptedAudiences.of(auth.getJwt().getAudience(), resources),
        auth.getTenantClaim(),
        CommaSeparatedList.of(auth.getExposedClaims()),
        CLOCK);
  }

  /**
   * Creates a verifier for JWTs of any issuer.
   *
   * @param calls limits the threads that wait for keys
   */
  public TokenVerifier jwt(OutboundCalls calls) {
    JwtConfiguration jwt = auth.getJwt();
    List<VerificationKeys> keys = new ArrayList<>();
    if (!jwt.getSecret().isEmpty()) {
      keys.add(VerificationKeys.secret(jwt.getSecret()));
    }
    if (!jwt.getKeyFile().isEmpty()) {
      keys.add(VerificationKeys.file(Path.of(jwt.getKeyFile())));
    }
    if (!jwt.getJwksUri().isEmpty()) {
      URI address = URI.create(jwt.getJwksUri());
      keys.add(
          VerificationKeys.published(
              new RemoteJwkSet(
                  new AuthorizationServerHttpClient(AuthorizationServerHttpClient.TIMEOUT),
                  () -> address),
              calls));
    }
    String whose = jwt.getIssuer().isEmpty() ? jwt.getJwksUri() : jwt.getIssuer();
    return cached(new JwtVerifier(keys, rules(jwt.getIssuer()), whose), CACHE_TTL);
  }

  /** Caches accepted tokens only, so that invalid ones need no memory. */
  private static TokenVerifier cached(TokenVerifier verifier, Duration good) {
    return new CachingTokenVerifier(verifier, good, Duration.ZERO, CLOCK);
  }

  /** Keys in a header. */
  public TokenVerifier apiKeys() {
    ApiKeyConfiguration configured = auth.getApiKeys();
    List<ApiKeyVerifier.Key> keys = new ArrayList<>();
    CommaSeparatedList.of(configured.getKeys())
        .forEach(key -> keys.add(ApiKeyVerifier.Key.plain(key)));
    configured
        .getHashed()
        .forEach(
            key ->
                keys.add(
                    new ApiKeyVerifier.Key(
                        key.getSha256(),
                        key.getName(),
                        Set.copyOf(key.getScopes()),
                        Optional.of(key.getTenant()).filter(tenant -> !tenant.isEmpty()))));
    return new ApiKeyVerifier(keys);
  }

  /** Returns the monitor of the separate authorization server. */
  public AuthorizationServerMonitor watch() {
    SeparateConfiguration separate = auth.getSeparate();
    return new AuthorizationServerMonitor(
        separate.getUrl(),
        new AuthorizationServerHttpClient(separate.getTimeout().toJavaDuration()),
        separate.getHealthCheckInterval().toJavaDuration());
  }

  /** Tokens of the separate authorization server. */
  public TokenVerifier separate(AuthorizationServerMonitor watch, OutboundCalls calls) {
    SeparateConfiguration separate = auth.getSeparate();
    TokenRules rules = rules(separate.getUrl());
    if (separate.getVerification() == Verification.JWKS) {
      VerificationKeys keys = VerificationKeys.published(watch.keys(), calls);
      return cached(new JwtVerifier(List.of(keys), rules, separate.getUrl()), CACHE_TTL);
    }
    TokenVerifier introspection =
        new IntrospectionVerifier(
            watch,
            new AuthorizationServerHttpClient(separate.getTimeout().toJavaDuration()),
            separate.getClientId(),
            separate.getClientSecret(),
            rules,
            calls);
    return new CachingTokenVerifier(
        introspection, separate.getCacheTtl().toJavaDuration(), BAD, CLOCK);
  }
}
