package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.api.CancellationToken;
import io.everythingmcp.api.ChangeNotifier;
import io.everythingmcp.api.ClientLogger;
import io.everythingmcp.api.ElicitationPages;
import io.everythingmcp.api.FeatureStorage;
import io.everythingmcp.api.ProgressReporter;
import io.everythingmcp.api.SessionNotifier;
import io.everythingmcp.server.protocol.NotificationFactory;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.context.ProgressNotifier;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.protocol.context.StoreBackedFeatureStorage;
import io.everythingmcp.server.protocol.context.UnsupportedSessionNotifier;

/**
 * Services for a feature during a request; its messages go to the response stream of the request if
 * the request contains a progress token or a log level.
 */
record StatelessRequestServices(
    ServerRuntime runtime,
    StatelessRequest incoming,
    StatelessResponseStream reply,
    CancellationToken cancellation,
    ProgressReporter progress)
    implements RuntimeRequestContext.RequestServices {

  StatelessRequestServices(
      ServerRuntime runtime,
      StatelessRequest incoming,
      StatelessResponseStream reply,
      CancellationToken cancellation) {
    this(
        runtime,
        incoming,
        reply,
        cancellation,
        ProgressNotifier.of(incoming.request().params(), reply::send));
  }

  @Override
  public ClientLogger log() {
    return (level, logger, data) ->
        incoming
            .meta()
            .logLevel()
            .filter(wanted -> level.compareTo(wanted) >= 0 && runtime.catalog().mayLog())
            .ifPresent(wanted -> reply.send(NotificationFactory.log(level, logger, data)));
  }

  @Override
  public FeatureStorage scope() {
    return StoreBackedFeatureStorage.ofCaller(runtime.store(), incoming.caller());
  }

  @Override
  public ChangeNotifier changes() {
    return runtime.catalog();
  }

  @Override
  public SessionNotifier emitter() {
    return new UnsupportedSessionNotifier();
  }

  @Override
  public ElicitationPages consents() {
    return runtime.consents().of(incoming.caller().ownerKey(), null);
  }

  @Override
  public void detach() {
    // There is no resumption: closing the connection would cancel the request.
  }

  @Override
  public boolean hasSession() {
    return false;
  }
}
