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
 * @param renderer renderer of responses
 * @param roundTrips multi round-trip requests
 * @param subscriptions subscription streams
 * @param tasks calls that continue as tasks
 * @param outstanding in-flight requests
 */
record StatelessContext(
    ServerRuntime runtime,
    StatelessResponseRenderer renderer,
    MultiRoundTripRequests roundTrips,
    SubscriptionStreamRegistry subscriptions,
    TaskExtensionCalls tasks,
    StatelessInFlightRequests outstanding) {

  static StatelessContext of(ServerRuntime runtime) {
    StatelessResultRenderer results = new StatelessResultRenderer(runtime.identity());
    MultiRoundTripRequests roundTrips =
        new MultiRoundTripRequests(runtime.store(), Clock.systemUTC());
    TaskExtensionCalls tasks = new TaskExtensionCalls(runtime);
    return new StatelessContext(
        runtime,
        new StatelessResponseRenderer(results, roundTrips, runtime.limits().outputBytes()),
        roundTrips,
        new SubscriptionStreamRegistry(
            runtime.catalog().bus(),
            runtime.executor(),
            results.complete(WireJson.object()),
            SubscriptionStreamRegistry.Limits.DEFAULTS,
            tasks),
        tasks,
        new StatelessInFlightRequests());
  }
}
