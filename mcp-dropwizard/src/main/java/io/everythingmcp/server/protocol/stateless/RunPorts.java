package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.api.CancellationToken;
import io.everythingmcp.api.ChangeNotifier;
import io.everythingmcp.api.ClientLogger;
import io.everythingmcp.api.ElicitationPages;
import io.everythingmcp.api.FeatureStorage;
import io.everythingmcp.api.ProgressReporter;
import io.everythingmcp.api.SessionNotifier;
import io.everythingmcp.server.protocol.CallContext;
import io.everythingmcp.server.protocol.NoEmitter;
import io.everythingmcp.server.protocol.Notifications;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.Steps;
import io.everythingmcp.server.protocol.StoredScope;

/**
 * What a feature may do while a request is worked on: its messages go on the request's own stream,
 * and only as the request wants them.
 */
record RunPorts(
    ServerRuntime runtime,
    Incoming incoming,
    Reply reply,
    CancellationToken cancellation,
    ProgressReporter progress)
    implements CallContext.Ports {

  RunPorts(ServerRuntime runtime, Incoming incoming, Reply reply, CancellationToken cancellation) {
    this(runtime, incoming, reply, cancellation, Steps.of(incoming.request().params(), reply::say));
  }

  @Override
  public ClientLogger log() {
    return (level, logger, data) ->
        incoming
            .meta()
            .logLevel()
            .filter(wanted -> level.compareTo(wanted) >= 0 && runtime.catalog().mayLog())
            .ifPresent(wanted -> reply.say(Notifications.log(level, logger, data)));
  }

  @Override
  public FeatureStorage scope() {
    return StoredScope.ofCaller(runtime.store(), incoming.caller());
  }

  @Override
  public ChangeNotifier changes() {
    return runtime.catalog();
  }

  @Override
  public SessionNotifier emitter() {
    return new NoEmitter();
  }

  @Override
  public ElicitationPages consents() {
    return runtime.consents().of(incoming.caller().owner(), null);
  }

  @Override
  public void detach() {
    // The client could not come back for the rest: a connection that ends takes its request with
    // it.
  }

  @Override
  public boolean hasSession() {
    return false;
  }
}
