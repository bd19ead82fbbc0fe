package io.everythingmcp.check.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.fault.FaultScene;
import io.everythingmcp.check.fault.RunCall;
import io.everythingmcp.check.fault.TokenLedger;
import io.everythingmcp.check.journal.CheckRunOptions;
import io.everythingmcp.check.journal.ExportedRun;
import io.everythingmcp.check.journal.InvalidExportException;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedProvocation;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run: one or several clients at one URL, and the recorded exchanges. */
public final class CheckRun implements FaultScene {
  /** Maximum number of exchanges after which stages do not change. */
  private static final int MOST_OF_STAGES = 5000;

  private final String id;
  private final RunPreset preset;
  private final CheckRunOptions options;
  private final RunAddresses addresses;
  private final RunRecording recording;
  private final Optional<RunSharing> sharing;
  private final Clock clock;
  private final FaultInjector faults;
  private final TokenLedger tokens = new TokenLedger();
  private final Set<RunListener> listeners = new HashSet<>();
  private Optional<Runnable> subscription = Optional.empty();
  private volatile long lastRequest;
  private volatile boolean removed;

  /**
   * Creates a run.
   *
   * @param id not guessable
   * @param addresses its URLs
   * @param sharing of a run that several instances serve
   */
  CheckRun(
      String id,
      RunPreset preset,
      CheckRunOptions options,
      RunAddresses addresses,
      RunRecording recording,
      Optional<RunSharing> sharing,
      Clock clock) {
    this.id = id;
    this.preset = preset;
    this.options = options;
    this.addresses = addresses;
    this.recording = recording;
    this.sharing = sharing;
    this.clock = clock;
    this.lastRequest = clock.millis();
    this.faults =
        sharing.map(shared -> shared.faults(preset)).orElseGet(() -> RunFaults.of(preset, tokens));
  }

  public String id() {
    return id;
  }

  public RunPreset preset() {
    return preset;
  }

  public CheckRunOptions options() {
    return options;
  }

  public RunAddresses addresses() {
    return addresses;
  }

  /** Returns the number of the next exchange; 0 if the run has ended. */
  public int next() {
    lastRequest = clock.millis();
    recording.refresh();
    if (recording.isEnded()) {
      return 0;
    }
    int n = recording.next(clock.millis());
    if (n == 0) {
      finish();
    }
    return n;
  }

  /** Returns the id of a connection, which is different in each instance. */
  public String connection(String here) {
    return sharing.map(shared -> shared.self() + ':' + here).orElse(here);
  }

  /** Notes that an exchange that was received at this time cannot be recorded. */
  public void missing(int n, long at) {
    recording.missing(n, at);
  }

  /** Keeps an exchange, or what it has become. */
  public void record(RecordedExchange exchange) {
    if (removed) {
      return;
    }
    recording.record(exchange);
    changed(exchange.n());
  }

  /**
   * Applies faults to a request.
   *
   * @return the request with their changes, which replaces the given one
   */
  public RunCall meet(RunCall call) {
    RunPreset part = part();
    if (!preset.parts().isEmpty() && call.server().equals("main")) {
      call.server(serverOf(part));
    }
    if (part.server().login() && !call.endpoint().isPage()) {
      call.look(addresses::nameMetadata);
    }
    return faults.meet(call, this, part.name());
  }

  /** The preset whose step is the next one: this one, or the one through which it leads now. */
  private RunPreset part() {
    return preset.parts().isEmpty() || recording.size() > MOST_OF_STAGES
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
    recording.skip(clock.millis());
    changed(0);
  }

  /** When steps were left out, in milliseconds since 1970. */
  public List<Long> skips() {
    return recording.skips();
  }

  /** Applies a fault on request of the user; returns false if it is unknown. */
  public boolean provoke(String name) {
    return faults.provoke(name);
  }

  /** Returns the recorded exchanges. */
  public JournalSnapshot snapshot() {
    recording.refresh();
    return recording.snapshot(clock.millis());
  }

  /** Returns the run as a file has it. */
  public ExportedRun export() {
    return new ExportedRun(snapshot(), skips());
  }

  /**
   * Adds what another run has recorded; nothing more is recorded.
   *
   * @throws InvalidExportException if it exceeds the limits of a run
   */
  void restore(ExportedRun exported) throws InvalidExportException {
    recording.restore(exported);
  }

  public boolean isFinished() {
    return recording.isFinished();
  }

  /** Ends the run; absence is judged from now on. */
  public void finish() {
    if (!recording.isEnded()) {
      recording.end(clock.millis(), true);
      changed(0);
    }
  }

  /** Stops recording, and notifies the listeners. */
  public void delete() {
    List<RunListener> informed;
    synchronized (listeners) {
      if (removed) {
        return;
      }
      removed = true;
      recording.release();
      informed = List.copyOf(listeners);
      listeners.clear();
      subscribe();
    }
    informed.forEach(RunListener::removed);
  }

  /** Milliseconds since 1970 of the last request to this instance. */
  public long lastRequest() {
    return lastRequest;
  }

  /** The number of the last exchange. */
  public int size() {
    return recording.size();
  }

  private void changed(int n) {
    List<RunListener> informed;
    synchronized (listeners) {
      informed = List.copyOf(listeners);
    }
    informed.forEach(listener -> listener.recorded(n));
  }

  public void addListener(RunListener listener) {
    synchronized (listeners) {
      listeners.add(listener);
      subscribe();
    }
  }

  public void removeListener(RunListener listener) {
    synchronized (listeners) {
      listeners.remove(listener);
      subscribe();
    }
  }

  /** How many listeners there are. */
  public int listeners() {
    synchronized (listeners) {
      return listeners.size();
    }
  }

  /** Other instances are listened to while there are listeners here. */
  private void subscribe() {
    if (listeners.isEmpty()) {
      subscription.ifPresent(Runnable::run);
      subscription = Optional.empty();
    } else if (subscription.isEmpty()) {
      subscription = sharing.map(shared -> shared.store().subscribe(id, this::onChange));
    }
  }

  private void onChange(boolean deleted) {
    if (deleted) {
      delete();
    } else {
      changed(0);
    }
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
    recording.provoked(new RecordedProvocation(what, clock.millis(), n, details));
  }

  @Override
  public String redacted(String kind, String value) {
    return recording.redacted(kind, value);
  }

  @Override
  public long delay(long usual) {
    return options.slowSeconds() == 0 ? usual : options.slowSeconds() * 1000L;
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
