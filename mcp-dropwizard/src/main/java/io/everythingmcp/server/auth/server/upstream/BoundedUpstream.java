package io.everythingmcp.server.auth.server.upstream;

import io.everythingmcp.server.auth.server.endpoint.Parameters;
import io.everythingmcp.server.limit.OutboundCalls;
import java.net.URI;

/**
 * A provider that only so many threads wait for.
 *
 * @param upstream the provider
 * @param calls counts them
 */
public record BoundedUpstream(Upstream upstream, OutboundCalls calls) implements Upstream {

  @Override
  public URI begin(UpstreamLogin login) throws LoginFailed {
    OutboundCalls.Slot slot = slot();
    try {
      return upstream.begin(login);
    } finally {
      slot.close();
    }
  }

  @Override
  public UpstreamUser finish(UpstreamLogin login, Parameters callback) throws LoginFailed {
    OutboundCalls.Slot slot = slot();
    try {
      return upstream.finish(login, callback);
    } finally {
      slot.close();
    }
  }

  private OutboundCalls.Slot slot() throws LoginFailed {
    return calls
        .begin()
        .orElseThrow(() -> LoginFailed.away("Too many people log in at this moment"));
  }

  @Override
  public String name() {
    return upstream.name();
  }
}
