package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.stateless.header.HeaderRules;
import io.everythingmcp.server.protocol.stateless.listen.Listens;
import io.everythingmcp.server.protocol.stateless.round.Rounds;
import io.everythingmcp.server.protocol.stateless.task.TaskCalls;
import io.everythingmcp.server.wire.Json;
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
record Context(
    ServerRuntime runtime,
    Answers answers,
    HeaderRules headers,
    Rounds rounds,
    Listens listens,
    TaskCalls tasks,
    Outstanding outstanding) {

  static Context of(ServerRuntime runtime) {
    Results results = new Results(runtime.identity());
    Rounds rounds = new Rounds(runtime.store(), Clock.systemUTC());
    TaskCalls tasks = new TaskCalls(runtime);
    return new Context(
        runtime,
        new Answers(results, rounds, runtime.limits().outputBytes()),
        new HeaderRules(runtime.catalog()),
        rounds,
        new Listens(
            runtime.catalog().bus(),
            runtime.workers(),
            results.complete(Json.object()),
            Listens.Limits.USUAL,
            tasks),
        tasks,
        new Outstanding());
  }
}
