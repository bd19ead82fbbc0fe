package io.everythingmcp.server.authserver;

import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.limit.OutboundCalls;

/**
 * Limits for threads that wait for other servers.
 *
 * @param documents fetching client ID metadata documents
 * @param upstream requests to the identity provider
 */
record OutboundThreadLimits(OutboundCalls documents, OutboundCalls upstream) {
  private static final int DOCUMENTS = 16;
  private static final int DOCUMENTS_PER_ADDRESS = 4;
  private static final int UPSTREAM = 64;
  private static final int UPSTREAM_PER_ADDRESS = 16;

  static OutboundThreadLimits defaults() {
    return new OutboundThreadLimits(
        new OutboundCalls(DOCUMENTS, DOCUMENTS_PER_ADDRESS),
        new OutboundCalls(UPSTREAM, UPSTREAM_PER_ADDRESS));
  }

  /** Returns an endpoint whose calls count for the address of its client. */
  OAuthEndpoint counted(OAuthEndpoint endpoint) {
    return request -> {
      String client = request.getClientIPAddress();
      return documents.because(
          client, () -> upstream.because(client, () -> endpoint.handle(request)));
    };
  }
}
