package io.everythingmcp.check.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.fault.FaultScene;
import io.everythingmcp.check.fault.RunCall;
import io.everythingmcp.check.fault.TokenLedger;
import io.everythingmcp.check.fault.WholeResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The faults of a run that several instances serve. Their state is in the store: an instance reads
 * it, applies the faults to a copy of the request or response, and writes the new state. If another
 * instance has changed it in the meantime, the copy is discarded, and it starts again.
 */
final class SharedFaults implements FaultInjector {
  /** Concurrent requests of one run; beyond it a fault may happen twice. */
  private static final int MOST_ATTEMPTS = 100;

  private final RunStore store;
  private final String run;
  private final RunPreset preset;

  SharedFaults(RunStore store, String run, RunPreset preset) {
    this.store = store;
    this.run = run;
    this.preset = preset;
  }

  @Override
  public RunCall meet(RunCall call, FaultScene scene, String part) {
    Attempt attempt = new Attempt(scene);
    RunCall met =
        attempt.apply(
            () -> {
              RunCall copy = call.copy();
              return attempt.faults.meet(copy, attempt, part);
            });
    met.wrap(
        whole ->
            response ->
                response.become(
                    attempt.apply(
                        () -> {
                          WholeResponse copy = response.copy();
                          whole.edit(copy);
                          return copy;
                        })),
        stream -> (event, text) -> attempt.apply(() -> stream.step(event, text)));
    return met;
  }

  @Override
  public boolean provoke(String name) {
    Attempt attempt = new Attempt(null);
    return attempt.apply(() -> attempt.faults.provoke(name));
  }

  /**
   * One request and its response: their faults, and what these note until their state is stored.
   */
  private final class Attempt implements FaultScene {
    private final FaultScene scene;
    private final TokenLedger tokens = new TokenLedger();
    private final RunFaults faults = RunFaults.of(preset, tokens);
    private final List<Runnable> notes = new ArrayList<>();

    Attempt(FaultScene scene) {
      this.scene = scene;
    }

    synchronized <R> R apply(Supplier<R> action) {
      for (int i = 1; ; i++) {
        Optional<String> before = store.faults(run);
        before.ifPresent(faults::load);
        notes.clear();
        R result = action.get();
        String after = faults.save();
        if (before.isEmpty()
            || after.equals(before.get())
            || store.replaceFaults(run, before.get(), after)
            || i == MOST_ATTEMPTS) {
          notes.forEach(Runnable::run);
          return result;
        }
      }
    }

    @Override
    public void provoked(String id, int n, ObjectNode details) {
      notes.add(() -> scene.provoked(id, n, details));
    }

    @Override
    public TokenLedger tokens() {
      return tokens;
    }

    @Override
    public String base() {
      return scene.base();
    }

    @Override
    public String metadata() {
      return scene.metadata();
    }

    @Override
    public String redacted(String kind, String value) {
      return scene.redacted(kind, value);
    }

    @Override
    public long delay(long usual) {
      return scene.delay(usual);
    }

    @Override
    public long now() {
      return scene.now();
    }
  }
}
