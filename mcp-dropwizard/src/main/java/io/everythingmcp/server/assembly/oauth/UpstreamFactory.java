package io.everythingmcp.server.assembly.oauth;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import io.everythingmcp.server.authserver.EmbeddedIdentityProvider;
import io.everythingmcp.server.authserver.upstream.GitHubUpstream;
import io.everythingmcp.server.authserver.upstream.OidcUpstream;
import io.everythingmcp.server.authserver.upstream.OidcUpstream.SubjectRule;
import io.everythingmcp.server.authserver.upstream.UpstreamIdentityProvider;
import io.everythingmcp.server.authserver.upstream.UpstreamSettings;
import io.everythingmcp.server.configuration.UpstreamConfiguration;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Creates the configured identity provider. */
public final class UpstreamFactory {
  /** The client id of this server at an embedded provider. */
  static final String CLIENT = "everything-server";

  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int LONGEST_KEYS = 50 * 1024;
  private static final Clock CLOCK = Clock.systemUTC();

  private UpstreamFactory() {}

  /** The provider that is in this process. */
  static UpstreamIdentityProvider embedded(
      EmbeddedIdentityProvider.Endpoints provider, URI issuer, URI callback) {
    UpstreamSettings settings =
        new UpstreamSettings(issuer, CLIENT, "", callback, List.of("openid", "profile", "email"));
    return new OidcUpstream(
        "the fake identity provider",
        settings,
        SubjectRule.AS_IT_IS,
        provider.sender(),
        provider.retriever(),
        CLOCK);
  }

  /** A real provider. */
  public static UpstreamIdentityProvider real(UpstreamConfiguration upstream, URI callback) {
    UpstreamConfiguration.Provider provider = upstream.getProvider();
    require(
        !upstream.getClientId().isEmpty(),
        ".clientId (OAUTH_CLIENT_ID) is empty; it must be the client id of this server at the"
            + " provider");
    URI discovery = discovery(provider, upstream.getDiscoveryUrl());
    String defaultScopes =
        provider == UpstreamConfiguration.Provider.GITHUB ? "read:user" : "openid profile email";
    String scopes = upstream.getScopes().isBlank() ? defaultScopes : upstream.getScopes();
    UpstreamSettings settings =
        new UpstreamSettings(
            discovery,
            upstream.getClientId(),
            upstream.getClientSecret(),
            callback,
            List.of(scopes.strip().split(" +")));
    if (provider == UpstreamConfiguration.Provider.GITHUB) {
      return new GitHubUpstream(settings, UpstreamFactory::send, CLOCK);
    }
    return new OidcUpstream(
        name(provider, discovery),
        settings,
        SubjectRule.WITH_ISSUER,
        UpstreamFactory::send,
        new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LONGEST_KEYS),
        CLOCK);
  }

  private static URI discovery(UpstreamConfiguration.Provider provider, String url) {
    if (!url.isEmpty()) {
      return URI.create(url);
    }
    return switch (provider) {
      case GOOGLE -> URI.create("https://accounts.google.com");
      case GITHUB -> URI.create("https://github.com");
      default -> {
        require(
            false,
            ".discoveryUrl (OAUTH_DISCOVERY_URL) is empty; it must be the issuer, unless the"
                + " provider is google or github");
        yield null;
      }
    };
  }

  private static String name(UpstreamConfiguration.Provider provider, URI discovery) {
    return provider == UpstreamConfiguration.Provider.GOOGLE ? "Google" : discovery.getHost();
  }

  private static com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request)
      throws IOException {
    return ((HTTPRequest) request).send();
  }

  private static void require(boolean right, String wrong) {
    if (!right) {
      throw new IllegalArgumentException("auth.server.upstream" + wrong);
    }
  }
}
