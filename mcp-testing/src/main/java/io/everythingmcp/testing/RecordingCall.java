package io.everythingmcp.testing;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.CancellationToken;
import io.everythingmcp.api.ChangeNotifier;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.ClientLogger;
import io.everythingmcp.api.ElicitationPages;
import io.everythingmcp.api.FeatureStorage;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.ProgressReporter;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.SessionNotifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Request context that records the actions of a feature, for tests without a server. Nothing
 * blocks: waiting times pass at once, until the wait at which the request is cancelled.
 */
public final class RecordingCall implements RequestContext {
  private final Map<String, Object> arguments;
  private final MemoryScope scope;
  private Map<String, InputResponse> inputResponses = Map.of();
  private String state;
  private CallerIdentity caller = CallerIdentity.anonymous("none");
  private ClientInfo client = new ClientInfo("test", "1", Map.of(), "2025-11-25");
  private int waitsUntilCancelled = Integer.MAX_VALUE;

  /** Recorded actions, one line each. */
  public final List<String> actions = new ArrayList<>();

  /** The durations for which the feature waited, in order. */
  public final List<Duration> waits = new ArrayList<>();

  /** Messages of the pages on which the user accepted. */
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

  /** Cancels the request at the given wait of the feature, counted from 1. */
  public RecordingCall cancelledAtWait(int number) {
    waitsUntilCancelled = number;
    return this;
  }

  public RecordingCall from(CallerIdentity who) {
    caller = who;
    return this;
  }

  public RecordingCall declaring(Map<String, Object> capabilities) {
    client = new ClientInfo("test", "1", capabilities, "2025-11-25");
    return this;
  }

  /** Returns the request context of the next round trip. */
  public RecordingCall withInputResponses(String key, InputResponse response) {
    inputResponses = Map.of(key, response);
    return this;
  }

  public RecordingCall withInputResponses(Map<String, InputResponse> all) {
    inputResponses = all;
    return this;
  }

  public RecordingCall withRequestState(String what) {
    state = what;
    return this;
  }

  /** Runs all round trips: supplies each requested input until the feature is complete. */
  public RequestOutcome play(
      Function<RequestContext, RequestOutcome> feature,
      Function<InputRequest, InputResponse> client) {
    RequestOutcome outcome = feature.apply(this);
    for (int roundTrip = 0; outcome instanceof RequestOutcome.InputRequired required; roundTrip++) {
      if (roundTrip == 10) {
        throw new AssertionError("Endless input requests");
      }
      Map<String, InputResponse> next = new LinkedHashMap<>();
      required
          .inputRequests()
          .forEach((key, inputRequest) -> next.put(key, client.apply(inputRequest)));
      withInputResponses(next).withRequestState(required.requestState());
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
  public CallerIdentity caller() {
    return caller;
  }

  @Override
  public ClientInfo clientInfo() {
    return client;
  }

  @Override
  public Map<String, InputResponse> inputResponses() {
    return inputResponses;
  }

  @Override
  public Optional<String> requestState() {
    return Optional.ofNullable(state);
  }

  @Override
  public ProgressReporter progress() {
    return (done, total, message) -> actions.add("progress " + done + "/" + total);
  }

  @Override
  public ClientLogger logger() {
    return (level, logger, data) -> actions.add("log " + level.wireName() + " " + data);
  }

  @Override
  public CancellationToken cancellation() {
    return new CancellationToken() {
      @Override
      public boolean isCancelled() {
        return waits.size() >= waitsUntilCancelled;
      }

      @Override
      public boolean awaitCancellation(Duration time) {
        waits.add(time);
        return isCancelled();
      }
    };
  }

  @Override
  public FeatureStorage storage() {
    return scope;
  }

  @Override
  public ChangeNotifier changeNotifier() {
    return new RecordingChanges(actions);
  }

  @Override
  public SessionNotifier sessionNotifier() {
    if (!scope.listed()) {
      throw new IllegalStateException("No session: sessionNotifier requires one");
    }
    return new RecordingEmitter(actions, Set.of("test://clock/UTC"));
  }

  @Override
  public ElicitationPages elicitationPages() {
    return new ElicitationPages() {
      @Override
      public ElicitationPage create(String message) {
        actions.add("page " + message);
        String id = "page-" + actions.size();
        return new ElicitationPage(id, "http://localhost/consent/" + id);
      }

      @Override
      public void accept(String id) {
        actions.add("accepted " + id);
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
  public void closeSseStream() {
    actions.add("detached");
  }
}
