package io.everythingmcp.server.management.session;

import io.everythingmcp.server.management.ManagementProvider;
import io.everythingmcp.server.protocol.EraSettings;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.context.StoreBackedFeatureStorage;
import io.everythingmcp.server.protocol.stateful.StatefulEra;
import io.everythingmcp.server.session.SessionLimits;
import io.everythingmcp.server.session.SessionStore;
import io.everythingmcp.server.session.StreamLog;
import io.everythingmcp.server.store.StateStore;
import java.util.Optional;
import java.util.function.Function;

/** Sessions in the management interface. */
public final class SessionManagementProvider implements ManagementProvider {
  @Override
  public Object resource(
      Function<String, Optional<StateStore>> stores, ServerRuntime runtime, EraSettings settings) {
    SessionLimits limits = StatefulEra.limits(settings, runtime);
    return new SessionsResource(
        server -> stores.apply(server).map(store -> admin(store, limits, runtime)));
  }

  private static SessionAdmin admin(StateStore store, SessionLimits limits, ServerRuntime runtime) {
    SessionStore sessions = new SessionStore(store, new StreamLog(store), limits, runtime.events());
    sessions.onSessionEnded(id -> StoreBackedFeatureStorage.ofSession(store, id).clear());
    return new SessionAdmin(sessions);
  }
}
