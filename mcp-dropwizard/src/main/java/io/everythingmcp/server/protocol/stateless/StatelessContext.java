package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.stateless.mrtr.MultiRoundTripRequests;
import io.everythingmcp.server.protocol.stateless.subscription.SubscriptionStreamRegistry;
import io.everythingmcp.server.protocol.stateless.task.TaskExtensionCalls;
import io.everythingmcp.server.wire.WireJson;
import java.time.Clock;

/**
 * Components of the stateless era.
 *
 * @param runtime components of both eras
 * @param answers renderer of responses
 * @param rounds multi round-trip requests
 * @param listens subscription streams
 * @param tasks calls that continue as tasks
 * @param outstanding in-flight requests
 */
record StatelessContext(
    ServerRuntime runtime,
    StatelessResponseRenderer answers,
    MultiRoundTripRequests rounds,
    SubscriptionStreamRegistry listens,
    TaskExtensionCalls tasks,
    StatelessInFlightRequests outstanding) {

  static StatelessContext of(ServerRuntime runtime) {
    StatelessResultRenderer results = new StatelessResultRenderer(runtime.identity());
    MultiRoundTripRequests rounds = new MultiRoundTripRequests(runtime.store(), Clock.systemUTC());
    TaskExtensionCalls tasks = new TaskExtensionCalls(runtime);
    return new StatelessContext(
        runtime,
        new StatelessResponseRenderer(results, rounds, runtime.limits().outputBytes()),
        rounds,
        new SubscriptionStreamRegistry(
            runtime.catalog().bus(),
            runtime.executor(),
            results.complete(WireJson.object()),
            SubscriptionStreamRegistry.Limits.USUAL,
            tasks),
        tasks,
        new StatelessInFlightRequests());
  }
}
