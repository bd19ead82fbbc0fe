package io.everythingmcp.server.protocol.stateless.task;

import io.everythingmcp.server.feature.Caller;
import io.everythingmcp.server.feature.Cancellation;
import io.everythingmcp.server.feature.Changes;
import io.everythingmcp.server.feature.Consents;
import io.everythingmcp.server.feature.Emitter;
import io.everythingmcp.server.feature.Log;
import io.everythingmcp.server.feature.Progress;
import io.everythingmcp.server.feature.Scope;
import io.everythingmcp.server.protocol.CallContext;
import io.everythingmcp.server.protocol.NoEmitter;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.StoredScope;

/**
 * What a feature may do while it works on a task: the request that began it is over, so nobody
 * hears it.
 */
record TaskPorts(ServerRuntime runtime, Caller caller, Cancellation cancellation)
    implements CallContext.Ports {

  @Override
  public Progress progress() {
    return Progress.NOBODY;
  }

  @Override
  public Log log() {
    return (level, logger, data) -> {};
  }

  @Override
  public Scope scope() {
    return StoredScope.ofCaller(runtime.store(), caller);
  }

  @Override
  public Changes changes() {
    return runtime.catalog();
  }

  @Override
  public Emitter emitter() {
    return new NoEmitter();
  }

  @Override
  public Consents consents() {
    return runtime.consents().of(caller.owner(), null);
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
