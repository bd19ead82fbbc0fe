package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.stateless.header.HeaderRules;
import io.everythingmcp.server.protocol.stateless.mrtr.MultiRoundTripRequests;
import io.everythingmcp.server.protocol.stateless.subscription.SubscriptionStreamRegistry;
import io.everythingmcp.server.protocol.stateless.task.TaskExtensionCalls;
import io.everythingmcp.server.wire.WireJson;
import java.time.Clock;

/**
 * What everything in this era works with.
 *
 * @param runtime what both eras work with
 * @param answers what is answered
 * @param headers what headers must say
 * @param rounds requests that ask
 * @param listens those who listen
 * @param tasks calls that go on as tasks
 * @param outstanding what is worked on
 */
record StatelessContext(
    ServerRuntime runtime,
    StatelessResponseRenderer answers,
    HeaderRules headers,
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
        new HeaderRules(runtime.catalog()),
        rounds,
        new SubscriptionStreamRegistry(
            runtime.catalog().bus(),
            runtime.workers(),
            results.complete(WireJson.object()),
            SubscriptionStreamRegistry.Limits.USUAL,
            tasks),
        tasks,
        new StatelessInFlightRequests());
  }
}
