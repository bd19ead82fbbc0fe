package io.everythingmcp.server.protocol.stateless.mrtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Multi round-trip requests: the result of the first round trip contains input requests and a
 * sealed request state; the client repeats the request with the input responses and the state.
 * Nothing is stored on the server. The type of an intermediate result is {@code input_required}.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">Multi
 *     round-trip requests</a>
 */
public final class MultiRoundTripRequests {
  /** Time for which input responses are accepted. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Set<String> MAY_ASK = Set.of("tools/call", "prompts/get", "resources/read");

  private final StateKeys keys;
  private final RequestStateSealer sealer;
  private final KeyValueStore<String> used;
  private final Clock clock;
  private final InputResponseClassifier sorting = new InputResponseClassifier();

  public MultiRoundTripRequests(StateStore store, Clock clock) {
    this.keys = new StateKeys(store, PATIENCE, clock);
    this.sealer = new RequestStateSealer(keys);
    this.used = store.values("mcp:state-used:", String.class);
    this.clock = clock;
  }

  /** Activates a new sealing key on all instances; existing request states stay valid. */
  public void rotateKeys() {
    keys.rotate();
  }

  /** Returns whether a method may return input requests. */
  public static boolean supportsInput(String method) {
    return MAY_ASK.contains(method);
  }

  /** Converts an input request to the format of a result. */
  public static ObjectNode inputRequest(InputRequest question) {
    return InputRequestMessage.of(question).request();
  }

  /** Returns why the client does not support an input request; empty if it does. */
  public static Optional<RequestOutcome.Failed> unsupportedInput(
      RequestOutcome.InputRequired asks, ClientInfo client) {
    return unsupportedInput(
        asks.inputRequests().values().stream().map(InputRequestMessage::of).toList(), client);
  }

  private static Optional<RequestOutcome.Failed> unsupportedInput(
      Collection<InputRequestMessage> open, ClientInfo client) {
    Map<String, Object> missing = MissingCapabilities.capabilities(open, client);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RequestOutcome.Failed(
                ErrorKind.MISSING_CLIENT_CAPABILITY,
                "Client capabilities required, but missing in clientCapabilities: "
                    + WireJson.text(missing),
                missing));
  }

  /** Evaluates the input of the previous round trip. */
  public RoundTripDecision evaluate(RequestSender sender) {
    JsonNode state = sender.request().params().get("requestState");
    JsonNode responses = sender.request().params().get("inputResponses");
    if (!supportsInput(sender.request().method())) {
      return new RoundTripDecision.Go(RuntimeRequestContext.RoundTrip.FIRST);
    }
    if (responses != null && !responses.isObject()) {
      return refused(
          "\"inputResponses\" must be an object with one entry per key of \"inputRequests\"");
    }
    if (state == null) {
      return new RoundTripDecision.Go(RuntimeRequestContext.RoundTrip.FIRST);
    }
    Optional<RequestState> pending = open(state, sender);
    if (pending.isEmpty()) {
      return refused(
          "Invalid \"requestState\": modified, expired or issued to a different"
              + " caller or request; repeat the request without it");
    }
    if (!pending.get().until().isAfter(clock.instant())) {
      return refused(
          "\"requestState\" is older than "
              + PATIENCE.toMinutes()
              + " minutes; repeat the request without it");
    }
    return acceptResponses(
        pending.get(), responses == null ? WireJson.object() : responses, sender);
  }

  private Optional<RequestState> open(JsonNode state, RequestSender sender) {
    return state.isTextual()
        ? sealer
            .open(state.textValue(), RequestStateBinding.of(sender.request(), sender.caller()))
            .map(
                bytes ->
                    WireJson.read(new String(bytes, StandardCharsets.UTF_8), RequestState.class))
        : Optional.empty();
  }

  private RoundTripDecision acceptResponses(
      RequestState pending, JsonNode responses, RequestSender sender) {
    ClassifiedInputResponses sorted = sorting.sort(pending.open(), responses);
    if (sorted.malformed() != null) {
      return refused("\"inputResponses\", " + sorted.malformed());
    }
    RequestState now = pending.answered(sorted.valid(), clock.instant().plus(PATIENCE));
    return now.open().isEmpty()
        ? complete(now, sender)
        : inputRequired(now, sorted.invalid(), sender);
  }

  private RoundTripDecision complete(RequestState pending, RequestSender sender) {
    if (pending.kind() == RequestState.Kind.ONCE
        && !used.putIfAbsent(pending.id(), "", PATIENCE.plus(PATIENCE))) {
      return refused("\"requestState\" was used before, and may be used once only");
    }
    Map<String, InputResponse> answers = pending.read();
    if (pending.kind() == RequestState.Kind.CONSENT
        && !answers.values().stream().allMatch(InputResponse::isAccepted)) {
      String message = "The user declined the required URL elicitation";
      return new RoundTripDecision.End(
          sender.request().method().equals("tools/call")
              ? RequestOutcome.toolError(message)
              : RequestOutcome.failed(ErrorKind.INVALID_PARAMS, message));
    }
    return new RoundTripDecision.Go(new RuntimeRequestContext.RoundTrip(answers, pending.state()));
  }

  /**
   * Evaluates input responses of the very first request, without a request state: a client may know
   * the input requests from before. They are accepted if no other state is needed.
   *
   * @param asks the input requests of the first round trip
   * @return the decision; empty if there are no usable responses
   */
  public Optional<RoundTripDecision> evaluateUnsolicited(
      RequestSender sender, RequestOutcome.InputRequired asks) {
    JsonNode responses = sender.request().params().path("inputResponses");
    boolean counts =
        asks.requestState() == null
            && !asks.singleUse()
            && !responses.isEmpty()
            && !sender.request().params().has("requestState");
    return counts
        ? Optional.of(acceptResponses(pending(asks, RequestState.Kind.USUAL), responses, sender))
        : Optional.empty();
  }

  /** Creates a result with the input requests of a feature. */
  public RoundTripDecision requireInput(RequestSender sender, RequestOutcome.InputRequired asks) {
    return inputRequired(
        asks, asks.singleUse() ? RequestState.Kind.ONCE : RequestState.Kind.USUAL, sender);
  }

  /** Creates a result with the URL elicitations that a feature requires. */
  public RoundTripDecision askForConsent(RequestSender sender, RequestOutcome.Failed refused) {
    return inputRequired(UrlElicitationRequests.of(refused), RequestState.Kind.CONSENT, sender);
  }

  /** Ends the request with a result of the type {@code input_required}, or with an error. */
  private RoundTripDecision inputRequired(
      RequestOutcome.InputRequired asks, RequestState.Kind kind, RequestSender sender) {
    return inputRequired(pending(asks, kind), WireJson.object(), sender);
  }

  private RequestState pending(RequestOutcome.InputRequired asks, RequestState.Kind kind) {
    return RequestState.of(asks, kind, clock.instant().plus(PATIENCE));
  }

  private RoundTripDecision inputRequired(
      RequestState pending, ObjectNode unfit, RequestSender sender) {
    Map<String, InputRequestMessage> open = pending.open();
    Optional<RequestOutcome.Failed> impossible = unsupportedInput(open.values(), sender.client());
    if (impossible.isPresent()) {
      return new RoundTripDecision.End(impossible.get());
    }
    ObjectNode result = WireJson.object().put("resultType", "input_required");
    if (!open.isEmpty()) {
      ObjectNode requests = result.putObject("inputRequests");
      open.forEach(
          (key, asked) -> requests.set(key, asked.because(unfit.path(key).textValue()).request()));
    }
    byte[] binding = RequestStateBinding.of(sender.request(), sender.caller());
    result.put("requestState", sealer.seal(WireJson.bytes(pending), binding));
    if (!unfit.isEmpty()) {
      result.putObject("_meta").set("io.everythingmcp/inputErrors", unfit);
    }
    return new RoundTripDecision.Ask(result);
  }

  private static RoundTripDecision refused(String message) {
    return new RoundTripDecision.End(RequestOutcome.failed(ErrorKind.INVALID_PARAMS, message));
  }
}
