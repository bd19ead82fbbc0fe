package io.everythingmcp.server.assembly.oauth;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.server.assembly.McpEndpointSecurity;
import io.everythingmcp.server.authserver.AuthorizationServerSettings;
import io.everythingmcp.server.authserver.access.AccessRule;
import io.everythingmcp.server.authserver.access.UserGroupRule;
import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.client.RedirectSchemes;
import io.everythingmcp.server.authserver.client.RedirectUris;
import io.everythingmcp.server.authserver.consent.ConsentStore;
import io.everythingmcp.server.authserver.endpoint.CredentialLifetimes;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.endpoint.ResourceIndicators;
import io.everythingmcp.server.command.ConfigurationReport;
import io.everythingmcp.server.configuration.AuthorizationServerConfiguration;
import io.everythingmcp.server.configuration.AuthorizationServerConfiguration.Format;
import io.everythingmcp.server.configuration.ClientEntry;
import io.everythingmcp.server.configuration.CommaSeparatedList;
import io.everythingmcp.server.configuration.LifetimeConfiguration;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.MetadataDocumentConfiguration;
import io.everythingmcp.server.configuration.SeparateConfiguration;
import io.everythingmcp.server.configuration.access.AccessConfiguration;
import io.everythingmcp.server.configuration.access.UserGroupConfiguration;
import io.everythingmcp.server.security.ResourceAudience;
import io.everythingmcp.server.wire.EndpointPath;
import io.everythingmcp.server.wire.LoopbackHosts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Creates the settings of the authorization server from the configuration. */
public final class AuthorizationServerSettingsFactory {
  private static final int SHORTEST_SECRET = 32;

  private final McpConfiguration configuration;
  private final AuthorizationServerConfiguration server;
  private final String issuer;
  private final boolean real;
  private final Supplier<FeatureCatalog> catalog;

  /**
   * Creates the factory.
   *
   * @param issuer issuer URL
   * @param real whether a real identity provider is configured
   * @param catalog features for clients; tools may have scopes of their own
   */
  public AuthorizationServerSettingsFactory(
      McpConfiguration configuration,
      String issuer,
      boolean real,
      Supplier<FeatureCatalog> catalog) {
    this.configuration = configuration;
    this.server = configuration.getAuth().getServer();
    this.issuer = issuer;
    this.real = real;
    this.catalog = catalog;
  }

  /** Returns whether a URL has a loopback host. */
  public static boolean local(String url) {
    return LoopbackHosts.isUri(url);
  }

  public AuthorizationServerSettings settings() {
    String secret = server.getEncryptionKey();
    require(
        secret.isEmpty() || secret.length() >= SHORTEST_SECRET,
        "auth.server.encryptionKey (ENCRYPTION_KEY) has fewer than 32 characters; it must have at"
            + " least 32, as from openssl rand -base64 32");
    RedirectSchemes schemes = schemes();
    return new AuthorizationServerSettings(
        issuer,
        resources(),
        configuration.endpointUrl(),
        lifetimes(),
        server.getAccessTokenFormat() == Format.JWT,
        server.getRegistration().isOn(),
        new AuthorizationServerSettings.PendingLimits(
            server.getMaxPendingRegistrations(), server.getMaxPendingAuthorizations()),
        server.getClients().stream().map(entry -> client(entry, schemes)).toList(),
        resourceServer(),
        documents(),
        new AuthorizationServerSettings.UserRules(this::scopes, access(), schemes, local()),
        secret);
  }

  private ConsentStore.Local local() {
    return switch (server.getLocalConsent()) {
      case ASK -> ConsentStore.Local.ASK;
      case SAME_ADDRESS -> ConsentStore.Local.SAME_ADDRESS;
      case ANY_PORT -> ConsentStore.Local.ANY_PORT;
    };
  }

  private RedirectSchemes schemes() {
    try {
      return RedirectSchemes.with(server.getRedirectSchemes());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("auth.server.redirectSchemes: " + e.getMessage(), e);
    }
  }

  /** Those of the configuration, of the tools, and those that count at mounted servers. */
  private Map<String, String> scopes() {
    Map<String, String> scopes = new LinkedHashMap<>(server.getScopes());
    catalog
        .get()
        .scopes()
        .forEach((scope, text) -> scopes.merge(scope, text, (a, b) -> a.isBlank() ? b : a));
    for (McpEndpointSecurity mount : McpEndpointSecurity.mounts(configuration)) {
      mount.scopes().forEach(scope -> scopes.putIfAbsent(scope, ""));
    }
    return scopes;
  }

  /** The fake provider allows login as any user, which is intended for loopback only. */
  private AccessRule access() {
    AccessConfiguration access = server.getAccess();
    Map<String, UserGroupRule> scopes = new LinkedHashMap<>();
    access.getScopes().forEach((scope, users) -> scopes.put(scope, users(users)));
    return new AccessRule(
        users(access.getLogin()), scopes, ConfigurationReport.openAdmin(configuration, real));
  }

  private static UserGroupRule users(UserGroupConfiguration users) {
    return new UserGroupRule(
        Set.copyOf(CommaSeparatedList.of(users.getSubjects())),
        Set.copyOf(CommaSeparatedList.of(users.getDomains())),
        users.claimValues());
  }

  /**
   * The paths of HTTP+SSE belong to the same resource. Every possible tenant path is a resource, so
   * that the existing tenants are not disclosed.
   */
  private Function<String, Optional<String>> resources() {
    String base = configuration.getBaseUri();
    Map<String, String> resources = new LinkedHashMap<>();
    add(resources, base, base);
    EndpointPath endpoint = configuration.endpoint();
    for (String path : List.of(endpoint.path(), "/sse", "/message")) {
      add(resources, base + path, configuration.endpointUrl());
    }
    for (McpEndpointSecurity mount : McpEndpointSecurity.mounts(configuration)) {
      add(resources, base + mount.path(), base + mount.path());
    }
    server.getResources().forEach(resource -> add(resources, resource, resource));
    ResourceAudience tenants =
        new ResourceAudience(List.of(base + endpoint.ofTenant(ResourceAudience.TENANT)));
    return requested -> {
      String named = LoopbackHosts.named(requested, base);
      Optional<String> tenant = tenants.onlyAt(List.of(named)).stream().findFirst();
      return Optional.ofNullable(resources.get(named))
          .or(() -> tenant.map(id -> base + endpoint.ofTenant(id)));
    };
  }

  private static void add(Map<String, String> resources, String requested, String called) {
    try {
      resources.put(ResourceIndicators.canonical(requested), called);
    } catch (OAuthException e) {
      throw new IllegalArgumentException(
          "auth.server.resources has '"
              + requested
              + "'; it must be an absolute URI without a fragment",
          e);
    }
  }

  private CredentialLifetimes lifetimes() {
    LifetimeConfiguration lifetimes = server.getLifetimes();
    return new CredentialLifetimes(
        lifetimes.getAuthorizationRequest().toJavaDuration(),
        lifetimes.getAuthorizationCode().toJavaDuration(),
        lifetimes.getAccessToken().toJavaDuration(),
        lifetimes.getRefreshToken().toJavaDuration(),
        lifetimes.getRefreshReuse().toJavaDuration(),
        lifetimes.getClientRegistration().toJavaDuration(),
        lifetimes.getConsent().toJavaDuration(),
        lifetimes.getBrowserLogin().toJavaDuration(),
        lifetimes.getSigningKey().toJavaDuration());
  }

  private AuthorizationServerSettings.Documents documents() {
    MetadataDocumentConfiguration documents = server.getMetadataDocuments();
    boolean loopback = documents.getLoopback().isOn();
    require(
        !loopback || local(issuer),
        "auth.server.metadataDocuments.loopback must be off: baseUri is not a loopback address");
    return new AuthorizationServerSettings.Documents(
        documents.getEnabled().isOn(),
        loopback,
        (int) documents.getMaxSize().toBytes(),
        documents.getTimeout().toJavaDuration());
  }

  /** Returns the client that may introspect; empty if the secret is the public default. */
  private Optional<OAuthClient> resourceServer() {
    SeparateConfiguration separate = configuration.getAuth().getSeparate();
    String secret = separate.getClientSecret();
    if (secret.equals(SeparateConfiguration.DEVELOPMENT_SECRET) && !local(issuer)) {
      return Optional.empty();
    }
    return Optional.of(
        new OAuthClient(
            separate.getClientId(),
            "",
            OAuthClient.Origin.CONFIGURED,
            List.of(),
            "client_secret_basic",
            RandomSecrets.digest(secret),
            List.of(),
            Set.of(),
            "",
            ""));
  }

  private static OAuthClient client(ClientEntry entry, RedirectSchemes schemes) {
    String which = "auth.server.clients, " + entry.getId() + ": ";
    for (String redirect : entry.getRedirectUris()) {
      RedirectUris.problem(redirect, schemes)
          .ifPresent(
              problem -> {
                throw new IllegalArgumentException(which + redirect + " " + problem);
              });
    }
    boolean secret = !entry.getSecret().isEmpty();
    String defaultMethod = secret ? "client_secret_basic" : "none";
    String method =
        entry.getTokenEndpointAuthMethod().isEmpty()
            ? defaultMethod
            : entry.getTokenEndpointAuthMethod();
    require(
        secret == method.startsWith("client_secret"),
        which + (secret ? "has a secret" : "has no secret") + ", which contradicts " + method);
    return new OAuthClient(
        entry.getId(),
        entry.getName(),
        OAuthClient.Origin.CONFIGURED,
        List.copyOf(entry.getRedirectUris()),
        method,
        secret ? RandomSecrets.digest(entry.getSecret()) : "",
        List.copyOf(entry.getGrantTypes()),
        Set.copyOf(entry.getScopes()),
        entry.getJwks(),
        entry.getJwksUri());
  }

  private static void require(boolean right, String wrong) {
    if (!right) {
      throw new IllegalArgumentException(wrong);
    }
  }
}
