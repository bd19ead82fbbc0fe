package io.everythingmcp.server.protocol.stateless.task;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.CancellationToken;
import io.everythingmcp.api.ChangeNotifier;
import io.everythingmcp.api.ClientLogger;
import io.everythingmcp.api.ElicitationPages;
import io.everythingmcp.api.FeatureStorage;
import io.everythingmcp.api.ProgressReporter;
import io.everythingmcp.api.SessionNotifier;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.protocol.context.StoreBackedFeatureStorage;
import io.everythingmcp.server.protocol.context.UnsupportedSessionNotifier;

/**
 * Services for a feature while it runs as a task: the request has ended, so notifications are
 * discarded.
 */
record TaskRequestServices(
    ServerRuntime runtime, CallerIdentity caller, CancellationToken cancellation)
    implements RuntimeRequestContext.RequestServices {

  @Override
  public ProgressReporter progress() {
    return ProgressReporter.NONE;
  }

  @Override
  public ClientLogger log() {
    return (level, logger, data) -> {};
  }

  @Override
  public FeatureStorage scope() {
    return StoreBackedFeatureStorage.ofCaller(runtime.store(), caller);
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
    return runtime.consents().of(caller.ownerKey(), null);
  }

  @Override
  public void detach() {
    // There is no connection.
  }

  @Override
  public boolean hasSession() {
    return false;
  }
}
