package io.everythingmcp.server.authserver.upstream;

import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import io.everythingmcp.server.limit.OutboundCalls;
import java.net.URI;

/**
 * A provider that only so many threads wait for.
 *
 * @param upstream the provider
 * @param calls counts them
 */
public record BoundedUpstream(UpstreamIdentityProvider upstream, OutboundCalls calls)
    implements UpstreamIdentityProvider {

  @Override
  public URI begin(UpstreamLogin login) throws UpstreamLoginException {
    OutboundCalls.Slot slot = slot();
    try {
      return upstream.begin(login);
    } finally {
      slot.close();
    }
  }

  @Override
  public UpstreamUser finish(UpstreamLogin login, OAuthParameters callback)
      throws UpstreamLoginException {
    OutboundCalls.Slot slot = slot();
    try {
      return upstream.finish(login, callback);
    } finally {
      slot.close();
    }
  }

  private OutboundCalls.Slot slot() throws UpstreamLoginException {
    return calls
        .begin()
        .orElseThrow(() -> UpstreamLoginException.unavailable("Too many concurrent logins"));
  }

  @Override
  public String name() {
    return upstream.name();
  }
}
