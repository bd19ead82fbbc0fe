package io.everythingmcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.server.assembly.DeclaredTenants;
import io.everythingmcp.server.assembly.ServerMount;
import io.everythingmcp.server.assembly.oauth.AuthorizationServerSettingsFactory;
import io.everythingmcp.server.assembly.oauth.BuiltInTokenVerifiers;
import io.everythingmcp.server.assembly.oauth.UpstreamFactory;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.AuthModes;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.StoreConfiguration;
import io.everythingmcp.server.limit.OutboundCalls;
import io.everythingmcp.server.security.verify.CustomVerifier;
import io.everythingmcp.server.store.redis.RedisStore;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Startup checks of the parts of a server. Every command runs them once, before any resource is
 * opened, so that all commands accept the same configurations.
 */
final class StartRules implements Function<McpConfiguration, List<String>> {
  private final Function<McpConfiguration, FeatureCatalog> features;
  private final Provided provided;

  /**
   * Parts that the application provides and the configuration therefore need not name.
   *
   * @param identityProvider whether there is an identity provider for development
   * @param verifiers the modes whose tokens the application verifies
   */
  record Provided(boolean identityProvider, Set<Mode> verifiers) {
    Provided {
      verifiers = Set.copyOf(verifiers);
    }
  }

  /**
   * Rules.
   *
   * @param features all that tenants and mounted servers can have
   * @param provided what the application brings
   */
  StartRules(Function<McpConfiguration, FeatureCatalog> features, Provided provided) {
    this.features = features;
    this.provided = provided;
  }

  @Override
  public List<String> apply(McpConfiguration configuration) {
    List<String> problems = new ArrayList<>();
    FeatureCatalog catalog = features.apply(configuration);
    tenants(configuration, catalog, problems);
    check(problems, () -> ServerMount.all(configuration, catalog));
    AuthModes modes = AuthModes.anywhere(configuration);
    BuiltInTokenVerifiers verifiers = new BuiltInTokenVerifiers(configuration, Set.of());
    if (modes.has(Mode.JWT)) {
      check(problems, () -> verifiers.jwt(new OutboundCalls(1, 1)));
    }
    if (modes.has(Mode.API_KEY)) {
      check(problems, verifiers::apiKeys);
    }
    if (modes.has(Mode.CUSTOM) && !provided.verifiers().contains(Mode.CUSTOM)) {
      check(problems, () -> CustomVerifier.named(configuration.getAuth().getCustomClass()));
    }
    authorizationServer(configuration, modes, problems);
    if (configuration.getStore().getType() == StoreConfiguration.Type.REDIS) {
      int before = problems.size();
      check(problems, () -> RedisStore.check(configuration.getStore().getUrl()));
      if (problems.size() > before) {
        String url = configuration.getStore().getUrl().replaceAll("//[^/@]*@", "//(hidden)@");
        problems.add("store.url (REDIS_URL) is '" + url + "'. " + problems.remove(before));
      }
    }
    return problems;
  }

  /** Skips each invalid tenant, so that later errors are found too. */
  private static void tenants(
      McpConfiguration configuration, FeatureCatalog catalog, List<String> problems) {
    List<ObjectNode> declared = configuration.getTenants().getDeclared();
    List<ObjectNode> right = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      List<ObjectNode> tried = new ArrayList<>(right);
      tried.add(declared.get(i));
      configuration.getTenants().setDeclared(tried);
      int before = problems.size();
      check(problems, () -> new DeclaredTenants(configuration, catalog));
      if (problems.size() == before) {
        right = tried;
      } else {
        int wrong = tried.size() - 1;
        String line = problems.remove(before);
        problems.add(line.replace("declared[" + wrong + "]", "declared[" + i + "]"));
      }
    }
    configuration.getTenants().setDeclared(declared);
  }

  private void authorizationServer(
      McpConfiguration configuration, AuthModes modes, List<String> problems) {
    String issuer =
        modes.ownServer()
            ? configuration.getBaseUri()
            : configuration.getAuth().getSeparate().getUrl();
    if (modes.ownServer() || modes.has(Mode.SEPARATE)) {
      boolean real =
          modes.ownServer()
              ? modes.has(Mode.OAUTH2)
              : !configuration.getAuth().getServer().getUpstream().getClientId().isEmpty();
      if (!real && !provided.identityProvider() && modes.ownServer()) {
        problems.add(
            "auth.mode (AUTH_MODE) is 'integrated', and the application has no identity provider at"
                + " which users log in; call developmentLogin of McpServerBundle.Builder, or choose"
                + " 'oauth2' with the settings of a provider");
      }
      check(
          problems,
          () ->
              new AuthorizationServerSettingsFactory(
                      configuration, issuer, real, () -> features.apply(configuration))
                  .settings());
    }
    var upstream = configuration.getAuth().getServer().getUpstream();
    if (modes.has(Mode.OAUTH2) || (modes.has(Mode.SEPARATE) && !upstream.getClientId().isEmpty())) {
      URI callback = URI.create(issuer + "/oauth/callback");
      check(problems, () -> UpstreamFactory.real(upstream, callback));
    }
  }

  private static void check(List<String> problems, Runnable made) {
    try {
      made.run();
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }
}
