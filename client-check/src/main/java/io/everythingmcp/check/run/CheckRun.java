package io.everythingmcp.check.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.fault.FaultScene;
import io.everythingmcp.check.fault.RunCall;
import io.everythingmcp.check.fault.TokenLedger;
import io.everythingmcp.check.fault.WholeResponse;
import io.everythingmcp.check.journal.CredentialRedaction;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedProvocation;
import io.everythingmcp.check.journal.RunFacts;
import io.everythingmcp.check.journal.RunJournal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;

/** One run: one or several clients at one URL, and the recorded exchanges. */
public final class CheckRun implements FaultScene {
  /** Maximum number of exchanges after which stages do not change. */
  private static final int MOST_OF_STAGES = 5000;

  private final String id;
  private final RunPreset preset;
  private final RunAddresses addresses;
  private final Clock clock;
  private final RunJournal journal;
  private final CredentialRedaction redaction;
  private final RunLimits limits;
  private final RunBudget budget;
  private final RunFaults faults;
  private final TokenLedger tokens = new TokenLedger();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Set<RunListener> listeners = new CopyOnWriteArraySet<>();
  private final List<Long> skips = new CopyOnWriteArrayList<>();
  private volatile long lastRequest;
  private volatile boolean removed;

  /**
   * Creates a run.
   *
   * @param id not guessable
   * @param addresses its URLs
   * @param budget limit of all runs together
   */
  CheckRun(String id, RunPreset preset, RunAddresses addresses, RunBudget budget, Clock clock) {
    this.id = id;
    this.preset = preset;
    this.addresses = addresses;
    this.clock = clock;
    this.lastRequest = clock.millis();
    this.redaction = new CredentialRedaction(id);
    this.limits = new RunLimits(budget);
    this.budget = budget;
    this.faults = RunFaults.of(preset);
    this.journal =
        new RunJournal(
            new RunFacts(
                id,
                preset.name(),
                clock.millis(),
                addresses.mcp(),
                preset.anyLogin()
                    ? List.of(addresses.issuer(), addresses.secondIssuer())
                    : List.of()));
  }

  public String id() {
    return id;
  }

  public RunPreset preset() {
    return preset;
  }

  public RunAddresses addresses() {
    return addresses;
  }

  /** Returns the number of the next exchange; 0 if the limit is reached. */
  public int next() {
    lastRequest = clock.millis();
    if (journal.isFinished() || numbers.get() >= RunLimits.EXCHANGES || !budget.exchange()) {
      finish();
      return 0;
    }
    return numbers.incrementAndGet();
  }

  /** Keeps an exchange, or what it has become. */
  public void record(RecordedExchange exchange) {
    if (removed) {
      return;
    }
    journal.record(limits.keep(redaction.redact(exchange)));
    listeners.forEach(listener -> listener.recorded(exchange.n()));
  }

  /** Applies faults to a request. */
  public void meet(RunCall call) {
    RunPreset part = part();
    if (!preset.parts().isEmpty() && call.server().equals("main")) {
      call.server(serverOf(part));
    }
    if (part.server().login() && !call.endpoint().isPage()) {
      call.look(this::nameMetadata);
    }
    faults.meet(call, this, part.name());
  }

  /** The preset whose step is the next one: this one, or the one through which it leads now. */
  private RunPreset part() {
    return preset.parts().isEmpty() || journal.size() > MOST_OF_STAGES
        ? preset.part(Integer.MAX_VALUE)
        : preset.part(StepProgress.of(preset, snapshot(), skips()).done());
  }

  private String serverOf(RunPreset part) {
    return preset.parts().stream()
        .filter(other -> other.server().equals(part.server()))
        .findFirst()
        .map(RunPreset::name)
        .orElse("main");
  }

  /** Leaves out the step that is waited for. */
  public void skip() {
    skips.add(clock.millis());
    listeners.forEach(listener -> listener.recorded(0));
  }

  /** When steps were left out, in milliseconds since 1970. */
  public List<Long> skips() {
    return List.copyOf(skips);
  }

  /** Puts the URL of the run into the challenge, the one that clients use without a challenge. */
  private void nameMetadata(WholeResponse response) {
    String challenge = response.headers().get("WWW-Authenticate");
    if (challenge != null) {
      response
          .headers()
          .put(
              "WWW-Authenticate",
              challenge.replace(
                  addresses.base() + "/.well-known/oauth-protected-resource/mcp",
                  addresses.metadata()));
    }
  }

  /** Applies a fault on request of the user; returns false if it is unknown. */
  public boolean provoke(String name) {
    return faults.provoke(name);
  }

  /** Returns the recorded exchanges. */
  public JournalSnapshot snapshot() {
    return journal.snapshot(clock.millis());
  }

  public boolean isFinished() {
    return journal.isFinished();
  }

  /** Ends the run; absence is judged from now on. */
  public void finish() {
    if (!journal.isFinished()) {
      journal.finish();
      listeners.forEach(listener -> listener.recorded(0));
    }
  }

  /** Stops recording, and notifies the listeners. */
  public void delete() {
    removed = true;
    budget.release(limits.kept(), numbers.get());
    listeners.forEach(RunListener::removed);
    listeners.clear();
  }

  /** Milliseconds since 1970 of the last request. */
  public long lastRequest() {
    return lastRequest;
  }

  /** The number of the last exchange. */
  public int size() {
    return journal.size();
  }

  public void addListener(RunListener listener) {
    listeners.add(listener);
  }

  public void removeListener(RunListener listener) {
    listeners.remove(listener);
  }

  /** How many listeners there are. */
  public int listeners() {
    return listeners.size();
  }

  @Override
  public String base() {
    return addresses.base();
  }

  @Override
  public String metadata() {
    return addresses.metadata();
  }

  @Override
  public void provoked(String what, int n, ObjectNode details) {
    journal.provoked(new RecordedProvocation(what, clock.millis(), n, details));
  }

  @Override
  public String redacted(String kind, String value) {
    return redaction.redacted(kind, value);
  }

  @Override
  public long now() {
    return clock.millis();
  }

  @Override
  public TokenLedger tokens() {
    return tokens;
  }
}
