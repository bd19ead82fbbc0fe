package io.everythingmcp.testing;

import io.everythingmcp.server.feature.Answer;
import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Caller;
import io.everythingmcp.server.feature.Cancellation;
import io.everythingmcp.server.feature.Changes;
import io.everythingmcp.server.feature.Client;
import io.everythingmcp.server.feature.Consents;
import io.everythingmcp.server.feature.Emitter;
import io.everythingmcp.server.feature.Log;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Progress;
import io.everythingmcp.server.feature.Question;
import io.everythingmcp.server.feature.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A call that remembers what a feature did with it, for tests without a server. Nothing waits: time
 * passes at once, until the step at which the call is cancelled.
 */
public final class RecordingCall implements Call {
  private final Map<String, Object> arguments;
  private final MemoryScope scope;
  private Map<String, Answer> answers = Map.of();
  private String state;
  private Caller caller = Caller.anonymous("none");
  private Client client = new Client("test", "1", Map.of(), "2025-11-25");
  private int waitsUntilCancelled = Integer.MAX_VALUE;

  /** What was said and done, one line each. */
  public final List<String> said = new ArrayList<>();

  /** How long the feature waited, in order. */
  public final List<Duration> waits = new ArrayList<>();

  /** What the user has agreed to. */
  public final List<String> agreed = new ArrayList<>();

  public final List<String> declined = new ArrayList<>();

  private RecordingCall(Map<String, Object> arguments, MemoryScope scope) {
    this.arguments = arguments;
    this.scope = scope;
  }

  /** A call within a session. */
  public static RecordingCall with(Map<String, Object> arguments) {
    return new RecordingCall(arguments, new MemoryScope(true));
  }

  /** A call without arguments. */
  public static RecordingCall empty() {
    return with(Map.of());
  }

  /** A call where there are no sessions. */
  public static RecordingCall stateless(Map<String, Object> arguments) {
    return new RecordingCall(arguments, new MemoryScope(false));
  }

  /** Cancelled when the feature waits for the given time, counted from 1. */
  public RecordingCall cancelledAtWait(int number) {
    waitsUntilCancelled = number;
    return this;
  }

  public RecordingCall from(Caller who) {
    caller = who;
    return this;
  }

  public RecordingCall declaring(Map<String, Object> capabilities) {
    client = new Client("test", "1", capabilities, "2025-11-25");
    return this;
  }

  /** The call as it is made in the next round. */
  public RecordingCall answering(String key, Answer answer) {
    answers = Map.of(key, answer);
    return this;
  }

  public RecordingCall answering(Map<String, Answer> all) {
    answers = all;
    return this;
  }

  public RecordingCall remembering(String what) {
    state = what;
    return this;
  }

  /** Plays all rounds: answers what is asked, until the feature has done with asking. */
  public Outcome play(Function<Call, Outcome> feature, Function<Question, Answer> client) {
    Outcome outcome = feature.apply(this);
    for (int round = 0; outcome instanceof Outcome.Asks asks; round++) {
      if (round == 10) {
        throw new AssertionError("Asks for ever");
      }
      Map<String, Answer> next = new LinkedHashMap<>();
      asks.questions().forEach((key, question) -> next.put(key, client.apply(question)));
      answering(next).remembering(asks.state());
      outcome = feature.apply(this);
    }
    return outcome;
  }

  @Override
  public Map<String, Object> arguments() {
    return arguments;
  }

  @Override
  public Map<String, Object> meta() {
    return Map.of();
  }

  @Override
  public Caller caller() {
    return caller;
  }

  @Override
  public Client client() {
    return client;
  }

  @Override
  public Map<String, Answer> answers() {
    return answers;
  }

  @Override
  public Optional<String> state() {
    return Optional.ofNullable(state);
  }

  @Override
  public Progress progress() {
    return (done, total, message) -> said.add("progress " + done + "/" + total);
  }

  @Override
  public Log log() {
    return (level, logger, data) -> said.add("log " + level.word() + " " + data);
  }

  @Override
  public Cancellation cancellation() {
    return new Cancellation() {
      @Override
      public boolean requested() {
        return waits.size() >= waitsUntilCancelled;
      }

      @Override
      public boolean await(Duration time) {
        waits.add(time);
        return requested();
      }
    };
  }

  @Override
  public Scope scope() {
    return scope;
  }

  @Override
  public Changes changes() {
    return new RecordingChanges(said);
  }

  @Override
  public Emitter emitter() {
    if (!scope.listed()) {
      throw new IllegalStateException("There is no session");
    }
    return new RecordingEmitter(said, Set.of("test://clock/UTC"));
  }

  @Override
  public Consents consents() {
    return new Consents() {
      @Override
      public Page open(String message) {
        said.add("page " + message);
        String id = "page-" + said.size();
        return new Page(id, "http://localhost/consent/" + id);
      }

      @Override
      public Decision decision(String id) {
        return agreed.contains(id)
            ? Decision.AGREED
            : declined.contains(id) ? Decision.DECLINED : Decision.NONE;
      }
    };
  }

  @Override
  public void detach() {
    said.add("detached");
  }
}
