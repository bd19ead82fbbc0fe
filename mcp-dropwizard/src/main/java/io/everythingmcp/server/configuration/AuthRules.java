package io.everythingmcp.server.configuration;

import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.tenant.MountConfiguration;
import io.everythingmcp.server.wire.LoopbackHosts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Validation of the authentication settings before the start. Each error names the key, its
 * variable and the expected value, and never a secret.
 */
final class AuthRules {
  private static final int SECRET = 32;

  /** There is one authorization server per deployment. */
  private static final Set<Mode> SERVERS = EnumSet.of(Mode.INTEGRATED, Mode.SEPARATE, Mode.OAUTH2);

  private final McpConfiguration configuration;
  private final AuthConfiguration auth;
  private final List<String> problems = new ArrayList<>();

  AuthRules(McpConfiguration configuration) {
    this.configuration = configuration;
    this.auth = configuration.getAuth();
  }

  List<String> problems() {
    if (auth == null || auth.getAdditionalModes() == null || configuration.getBaseUri() == null) {
      return problems;
    }
    Set<Mode> modes = modes();
    configuration.getMounts().forEach(mount -> mount(mount, modes));
    if (modes.contains(Mode.JWT)) {
      jwt(auth.getJwt());
    }
    if (modes.contains(Mode.API_KEY)) {
      apiKeys(auth.getApiKeys());
    }
    if (modes.contains(Mode.SEPARATE)) {
      separate(auth.getSeparate());
    }
    if (modes.contains(Mode.OAUTH2)) {
      upstream(auth.getServer().getUpstream());
    }
    if (auth.isAnonymousInitialize() && auth.getMode() == Mode.NONE) {
      problem(
          "auth.anonymousInitialize (ANONYMOUS_INITIALIZE) is true, which has no effect with"
              + " auth.mode none; make it false, or choose another mode");
    }
    return problems;
  }

  private void problem(String text) {
    problems.add(text);
  }

  private Set<Mode> modes() {
    Set<Mode> modes = EnumSet.of(auth.getMode());
    for (String name : CommaSeparatedList.of(auth.getAdditionalModes())) {
      try {
        modes.add(AuthModes.mode(name));
      } catch (IllegalArgumentException e) {
        problem(
            "auth.additionalModes (AUTH_ALSO) has '"
                + name
                + "'; it must be a list of jwt, api_key, custom, separate, integrated, oauth2");
      }
    }
    if (modes.contains(Mode.NONE) && modes.size() > 1) {
      problem(
          "auth.mode and auth.additionalModes (AUTH_MODE, AUTH_ALSO) have none together with"
              + " another mode, which disables authentication; remove none or the others");
    }
    if (modes.stream().filter(SERVERS::contains).count() > 1) {
      problem(
          "auth.mode and auth.additionalModes (AUTH_MODE, AUTH_ALSO) have more than one of"
              + " integrated, separate and oauth2; a server has one authorization server");
    }
    return modes;
  }

  /** Adds the modes of a mounted server to those that must be configured. */
  private void mount(MountConfiguration mount, Set<Mode> modes) {
    String key = "mounts, " + mount.getPath() + ": auth";
    Set<Mode> own = EnumSet.noneOf(Mode.class);
    for (String name : CommaSeparatedList.of(mount.getAuth())) {
      try {
        own.add(AuthModes.mode(name));
      } catch (IllegalArgumentException e) {
        problem(key + " has '" + name + "'; it must be a list of values of auth.mode");
      }
    }
    if (own.contains(Mode.NONE) && own.size() > 1) {
      problem(key + " has none together with another mode; remove none or the others");
    }
    modes.addAll(own);
    if (modes.stream().filter(SERVERS::contains).count() > 1) {
      problem(key + " and auth.mode have more than one of integrated, separate and oauth2");
    }
  }

  private void jwt(JwtConfiguration jwt) {
    int length = jwt.getSecret().getBytes(StandardCharsets.UTF_8).length;
    if (length > 0 && length < SECRET) {
      problem(
          "auth.jwt.secret (JWT_SECRET) has "
              + length
              + " bytes; it must have at least 32, as from openssl rand -base64 32");
    }
    if (length == 0 && jwt.getJwksUri().isBlank() && jwt.getKeyFile().isBlank()) {
      problem(
          "auth.mode (AUTH_MODE) or auth.additionalModes has 'jwt', but no verification key is"
              + " configured; set auth.jwt.secret (JWT_SECRET), auth.jwt.jwksUri (JWT_JWKS_URI) or"
              + " auth.jwt.keyFile");
    }
    if (!jwt.getJwksUri().isEmpty() && !fetchable(jwt.getJwksUri())) {
      problem(
          "auth.jwt.jwksUri (JWT_JWKS_URI) is '"
              + jwt.getJwksUri()
              + "'; it must be an https URL, or an http URL with a loopback host");
    }
    if (!jwt.getJwksUri().isEmpty() && jwt.getIssuer().isBlank()) {
      problem(
          "auth.jwt.issuer (JWT_ISSUER) is empty; with auth.jwt.jwksUri it must be the iss of the"
              + " tokens, because a publisher of keys may have several issuers");
    }
  }

  private void apiKeys(ApiKeyConfiguration keys) {
    if (CommaSeparatedList.of(keys.getKeys()).isEmpty() && keys.getHashed().isEmpty()) {
      problem(
          "auth.mode (AUTH_MODE) or auth.additionalModes has 'api_key', and there are no keys; set"
              + " auth.apiKeys.keys (API_KEYS), separated by commas, or auth.apiKeys.hashed");
    }
  }

  private void upstream(UpstreamConfiguration upstream) {
    String key = "auth.server.upstream.";
    if (upstream.getClientId().isBlank()) {
      problem(
          key
              + "clientId (OAUTH_CLIENT_ID) is empty; with auth.mode oauth2 it must be the client"
              + " id of this server at the provider");
    }
    UpstreamConfiguration.Provider provider = upstream.getProvider();
    if (upstream.getDiscoveryUrl().isBlank()
        && provider != UpstreamConfiguration.Provider.GOOGLE
        && provider != UpstreamConfiguration.Provider.GITHUB) {
      problem(
          key
              + "discoveryUrl (OAUTH_DISCOVERY_URL) is empty; with the provider "
              + provider.name().toLowerCase(Locale.ROOT)
              + " it must be its issuer");
    }
  }

  private void separate(SeparateConfiguration separate) {
    if (separate.getClientSecret().equals(SeparateConfiguration.DEVELOPMENT_SECRET)
        && separate.getVerification() == SeparateConfiguration.Verification.INTROSPECTION
        && !LoopbackHosts.isUri(configuration.getBaseUri())) {
      problem(
          "auth.separate.clientSecret (INTROSPECTION_CLIENT_SECRET) is the development default,"
              + " which is public, and baseUri (BASE_URI) is not a loopback address; set another"
              + " secret");
    }
    if (!fetchable(separate.getUrl()) && !LoopbackHosts.isUri(configuration.getBaseUri())) {
      problem(
          "auth.separate.url (AUTH_SERVER_URL) is '"
              + separate.getUrl()
              + "'; it must be https, because baseUri (BASE_URI) is not a loopback address");
    }
  }

  private static boolean fetchable(String url) {
    return url.startsWith("https://") || (url.startsWith("http://") && LoopbackHosts.isUri(url));
  }
}
