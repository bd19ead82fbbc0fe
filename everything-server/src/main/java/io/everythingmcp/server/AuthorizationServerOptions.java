package io.everythingmcp.server;

import io.everythingmcp.server.auth.server.AuthorizationServerSettings;
import io.everythingmcp.server.auth.server.client.Client;
import io.everythingmcp.server.auth.server.client.RedirectUris;
import io.everythingmcp.server.auth.server.endpoint.Lifetimes;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Resources;
import io.everythingmcp.server.auth.server.endpoint.Secrets;
import io.everythingmcp.server.config.AuthorizationServerConfiguration;
import io.everythingmcp.server.config.AuthorizationServerConfiguration.Format;
import io.everythingmcp.server.config.ClientEntry;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.config.LifetimeConfiguration;
import io.everythingmcp.server.config.MetadataDocumentConfiguration;
import io.everythingmcp.server.config.SeparateConfiguration;
import io.everythingmcp.server.install.Entrance;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes of the configuration what the authorization server wants to know. */
final class AuthorizationServerOptions {
  private static final int SHORTEST_SECRET = 32;

  private final EverythingConfiguration configuration;
  private final AuthorizationServerConfiguration server;
  private final String issuer;

  /**
   * Options.
   *
   * @param issuer where clients find the authorization server
   */
  AuthorizationServerOptions(EverythingConfiguration configuration, String issuer) {
    this.configuration = configuration;
    this.server = configuration.getAuth().getServer();
    this.issuer = issuer;
  }

  /** Whether a URL leads to this machine. */
  static boolean local(String url) {
    return RedirectUris.isLoopback(URI.create(url));
  }

  AuthorizationServerSettings settings() {
    String secret = server.getEncryptionKey();
    require(
        secret.isEmpty() || secret.length() >= SHORTEST_SECRET,
        "auth.server.encryptionKey (ENCRYPTION_KEY) has fewer than 32 characters");
    return new AuthorizationServerSettings(
        issuer,
        resources(),
        configuration.getBaseUri() + "/mcp",
        lives(),
        server.getAccessTokenFormat() == Format.JWT,
        server.getRegistration().isOn(),
        server.getWaitingClients(),
        server.getClients().stream().map(AuthorizationServerOptions::client).toList(),
        resourceServer(),
        documents(),
        secret);
  }

  /** The addresses of HTTP+SSE are parts of the same resource. */
  private Map<String, String> resources() {
    String base = configuration.getBaseUri();
    Map<String, String> resources = new LinkedHashMap<>();
    add(resources, base, base);
    for (String path : List.of("/mcp", "/sse", "/message")) {
      add(resources, base + path, base + "/mcp");
    }
    for (Entrance mount : Entrance.mounts(configuration)) {
      add(resources, base + mount.path(), base + mount.path());
    }
    server.getResources().forEach(resource -> add(resources, resource, resource));
    return resources;
  }

  private static void add(Map<String, String> resources, String asked, String called) {
    try {
      resources.put(Resources.canonical(asked), called);
    } catch (Refusal e) {
      throw new IllegalArgumentException("auth.server.resources: not a resource: " + asked, e);
    }
  }

  private Lifetimes lives() {
    LifetimeConfiguration lives = server.getLifetimes();
    return new Lifetimes(
        lives.getRequest().toJavaDuration(),
        lives.getCode().toJavaDuration(),
        lives.getAccessToken().toJavaDuration(),
        lives.getRefreshToken().toJavaDuration(),
        lives.getClient().toJavaDuration(),
        lives.getConsent().toJavaDuration(),
        lives.getLogin().toJavaDuration(),
        lives.getKey().toJavaDuration());
  }

  private AuthorizationServerSettings.Documents documents() {
    MetadataDocumentConfiguration documents = server.getMetadataDocuments();
    boolean loopback = documents.getLoopback().isOn();
    require(
        !loopback || local(issuer),
        "auth.server.metadataDocuments.loopback is for development on this machine only");
    return new AuthorizationServerSettings.Documents(
        documents.getEnabled().isOn(),
        loopback,
        (int) documents.getMaxSize().toBytes(),
        documents.getTimeout().toJavaDuration());
  }

  /** Who may introspect; nobody where the secret is one that everybody knows. */
  private Optional<Client> resourceServer() {
    SeparateConfiguration separate = configuration.getAuth().getSeparate();
    String secret = separate.getClientSecret();
    if (secret.equals(SeparateConfiguration.DEVELOPMENT_SECRET) && !local(issuer)) {
      return Optional.empty();
    }
    return Optional.of(
        new Client(
            separate.getClientId(),
            "",
            Client.Origin.CONFIGURED,
            Set.of(),
            "client_secret_basic",
            Secrets.digest(secret),
            Set.of(),
            Set.of(),
            "",
            ""));
  }

  private static Client client(ClientEntry entry) {
    String which = "auth.server.clients, " + entry.getId() + ": ";
    for (String redirect : entry.getRedirectUris()) {
      RedirectUris.problem(redirect)
          .ifPresent(
              problem -> {
                throw new IllegalArgumentException(which + redirect + " " + problem);
              });
    }
    boolean secret = !entry.getSecret().isEmpty();
    String usual = secret ? "client_secret_basic" : "none";
    String method = entry.getMethod().isEmpty() ? usual : entry.getMethod();
    require(
        secret == method.startsWith("client_secret"),
        which + "a secret and the method " + method + " do not go together");
    return new Client(
        entry.getId(),
        entry.getName(),
        Client.Origin.CONFIGURED,
        Set.copyOf(entry.getRedirectUris()),
        method,
        secret ? Secrets.digest(entry.getSecret()) : "",
        Set.copyOf(entry.getGrants()),
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
