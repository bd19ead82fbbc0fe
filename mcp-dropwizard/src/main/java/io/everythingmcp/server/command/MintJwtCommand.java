package io.everythingmcp.server.command;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.Duration;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.server.configuration.CommaSeparatedList;
import io.everythingmcp.server.configuration.JwtConfiguration;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * Creates and prints a token for the mode {@code jwt}, signed with the configured secret. For
 * tests: with the secret tokens of any user can be created.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-2">RFC 9068, section 2</a>
 */
public final class MintJwtCommand extends ConfiguredCommand<McpConfiguration> {
  private final Application<McpConfiguration> application;

  /** The command of an application. */
  public MintJwtCommand(Application<McpConfiguration> application) {
    super("mint-jwt", "Prints a token signed with the configured secret");
    this.application = application;
  }

  @Override
  protected Class<McpConfiguration> getConfigurationClass() {
    return application.getConfigurationClass();
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser.addArgument("--subject").required(true).help("subject (sub claim)");
    parser
        .addArgument("--scope")
        .setDefault(OAuthScopes.READ + " " + OAuthScopes.WRITE)
        .help("scopes, separated by spaces");
    parser.addArgument("--ttl").setDefault("1h").help("lifetime, for example 10m or 1h");
    parser.addArgument("--tenant").help("tenant, if auth.tenantClaim is set");
  }

  @Override
  protected void run(
      Bootstrap<McpConfiguration> bootstrap, Namespace namespace, McpConfiguration configuration)
      throws JOSEException {
    JwtConfiguration jwt = configuration.getAuth().getJwt();
    if (jwt.getSecret().getBytes(java.nio.charset.StandardCharsets.UTF_8).length < 32) {
      throw new IllegalArgumentException(
          "auth.jwt.secret (JWT_SECRET) signs the token; it must have at least 32 bytes, as from"
              + " openssl rand -base64 32");
    }
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt")).build(),
            claims(namespace, configuration));
    token.sign(new MACSigner(jwt.getSecret()));
    System.out.println(token.serialize());
  }

  private static java.time.Duration lifetime(String written) {
    try {
      return Duration.parse(written).toJavaDuration();
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          "--ttl is '" + written + "'; it must be a time with its unit, such as 10m or 1h", e);
    }
  }

  private static JWTClaimsSet claims(Namespace namespace, McpConfiguration configuration) {
    JwtConfiguration jwt = configuration.getAuth().getJwt();
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject(namespace.getString("subject"))
            .audience(
                jwt.getAudience().isBlank()
                    ? configuration.endpointUrl()
                    : CommaSeparatedList.of(jwt.getAudience()).get(0))
            .claim("scope", namespace.getString("scope"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime(namespace.getString("ttl")))))
            .jwtID(UUID.randomUUID().toString());
    if (!jwt.getIssuer().isEmpty()) {
      claims.issuer(jwt.getIssuer());
    }
    String tenant = namespace.getString("tenant");
    if (tenant != null) {
      if (configuration.getAuth().getTenantClaim().isEmpty()) {
        throw new IllegalArgumentException("--tenant requires auth.tenantClaim, which is empty");
      }
      claims.claim(configuration.getAuth().getTenantClaim(), tenant);
    }
    return claims.build();
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable error) {
    CommandErrors.print(cli, error);
  }
}
