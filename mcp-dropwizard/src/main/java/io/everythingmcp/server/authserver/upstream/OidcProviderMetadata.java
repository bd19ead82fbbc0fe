package io.everythingmcp.server.authserver.upstream;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Provider metadata, cached for an hour.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect
 *     Discovery</a>
 */
final class OidcProviderMetadata {
  static final int TIMEOUT_MILLIS = 5_000;

  private static final String WELL_KNOWN = "/.well-known/openid-configuration";
  private static final Duration FRESH = Duration.ofHours(1);

  private final URI discovery;
  private final HTTPRequestSender sender;
  private final Clock clock;
  private volatile Known known;

  private record Known(OIDCProviderMetadata metadata, Instant at) {}

  OidcProviderMetadata(URI discovery, HTTPRequestSender sender, Clock clock) {
    String text = discovery.toString();
    this.discovery =
        text.endsWith(WELL_KNOWN)
            ? discovery
            : URI.create(text.replaceFirst("/$", "") + WELL_KNOWN);
    this.sender = sender;
    this.clock = clock;
  }

  OIDCProviderMetadata metadata() throws UpstreamLoginException {
    Known now = known;
    if (now == null || now.at().plus(FRESH).isBefore(clock.instant())) {
      now = new Known(discover(), clock.instant());
      known = now;
    }
    return now.metadata();
  }

  private OIDCProviderMetadata discover() throws UpstreamLoginException {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, discovery);
    HTTPResponse response = send(request);
    try {
      response.ensureStatusCode(HTTPResponse.SC_OK);
      OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(response.getBodyAsJSONObject());
      String issuer = metadata.getIssuer().getValue();
      // Section 4.3: otherwise a provider could publish metadata of another issuer.
      if (!discovery.toString().equals(issuer.replaceFirst("/$", "") + WELL_KNOWN)) {
        throw UpstreamLoginException.invalidResponse(
            "The provider's metadata contain another issuer: " + issuer);
      }
      return metadata;
    } catch (ParseException e) {
      throw UpstreamLoginException.unavailable("The provider's metadata cannot be parsed");
    }
  }

  HTTPResponse send(HTTPRequest request) throws UpstreamLoginException {
    request.setConnectTimeout(TIMEOUT_MILLIS);
    request.setReadTimeout(TIMEOUT_MILLIS);
    request.setFollowRedirects(false);
    try {
      return request.send(sender);
    } catch (IOException e) {
      throw UpstreamLoginException.unavailable(
          "The provider cannot be reached: " + e.getClass().getSimpleName());
    }
  }
}
