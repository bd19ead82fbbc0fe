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
  static final Duration STATE_LIFETIME = Duration.ofMinutes(10);

  private static final Set<String> MAY_ASK = Set.of("tools/call", "prompts/get", "resources/read");

  private final StateKeys keys;
  private final RequestStateSealer sealer;
  private final KeyValueStore<String> used;
  private final Clock clock;
  private final InputResponseClassifier sorting = new InputResponseClassifier();

  public MultiRoundTripRequests(StateStore store, Clock clock) {
    this.keys = new StateKeys(store, STATE_LIFETIME, clock);
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
  public static ObjectNode inputRequest(InputRequest inputRequest) {
    return InputRequestMessage.of(inputRequest).request();
  }

  /** Returns why the client does not support an input request; empty if it does. */
  public static Optional<RequestOutcome.Failed> unsupportedInput(
      RequestOutcome.InputRequired required, ClientInfo client) {
    return unsupportedInput(
        required.inputRequests().values().stream().map(InputRequestMessage::of).toList(), client);
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
          "\"requestState\" expired after "
              + STATE_LIFETIME.toMinutes()
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
    RequestState now = pending.withResponses(sorted.valid(), clock.instant().plus(STATE_LIFETIME));
    return now.open().isEmpty()
        ? complete(now, sender)
        : inputRequired(now, sorted.invalid(), sender);
  }

  private RoundTripDecision complete(RequestState pending, RequestSender sender) {
    if (pending.kind() == RequestState.Kind.ONCE
        && !used.putIfAbsent(pending.id(), "", STATE_LIFETIME.plus(STATE_LIFETIME))) {
      return refused("\"requestState\" was used before, and may be used once only");
    }
    Map<String, InputResponse> received = pending.read();
    if (pending.kind() == RequestState.Kind.CONSENT
        && !received.values().stream().allMatch(InputResponse::isAccepted)) {
      String message = "The user declined the required URL elicitation";
      return new RoundTripDecision.End(
          sender.request().method().equals("tools/call")
              ? RequestOutcome.toolError(message)
              : RequestOutcome.failed(ErrorKind.INVALID_PARAMS, message));
    }
    return new RoundTripDecision.Go(new RuntimeRequestContext.RoundTrip(received, pending.state()));
  }

  /**
   * Evaluates input responses of the very first request, without a request state: a client may know
   * the input requests from before. They are accepted if no other state is needed.
   *
   * @param required the input requests of the first round trip
   * @return the decision; empty if there are no usable responses
   */
  public Optional<RoundTripDecision> evaluateUnsolicited(
      RequestSender sender, RequestOutcome.InputRequired required) {
    JsonNode responses = sender.request().params().path("inputResponses");
    boolean counts =
        required.requestState() == null
            && !required.singleUse()
            && !responses.isEmpty()
            && !sender.request().params().has("requestState");
    return counts
        ? Optional.of(
            acceptResponses(pending(required, RequestState.Kind.USUAL), responses, sender))
        : Optional.empty();
  }

  /** Creates a result with the input requests of a feature. */
  public RoundTripDecision requireInput(
      RequestSender sender, RequestOutcome.InputRequired required) {
    return inputRequired(
        required, required.singleUse() ? RequestState.Kind.ONCE : RequestState.Kind.USUAL, sender);
  }

  /** Creates a result with the URL elicitations that a feature requires. */
  public RoundTripDecision requireConsent(RequestSender sender, RequestOutcome.Failed refused) {
    return inputRequired(UrlElicitationRequests.of(refused), RequestState.Kind.CONSENT, sender);
  }

  /** Ends the request with a result of the type {@code input_required}, or with an error. */
  private RoundTripDecision inputRequired(
      RequestOutcome.InputRequired required, RequestState.Kind kind, RequestSender sender) {
    return inputRequired(pending(required, kind), WireJson.object(), sender);
  }

  private RequestState pending(RequestOutcome.InputRequired required, RequestState.Kind kind) {
    return RequestState.of(required, kind, clock.instant().plus(STATE_LIFETIME));
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
          (key, inputRequest) ->
              requests.set(key, inputRequest.because(unfit.path(key).textValue()).request()));
    }
    byte[] binding = RequestStateBinding.of(sender.request(), sender.caller());
    result.put("requestState", sealer.seal(WireJson.bytes(pending), binding));
    if (!unfit.isEmpty()) {
      result.putObject("_meta").set("io.everythingmcp/inputErrors", unfit);
    }
    return new RoundTripDecision.RequireInput(result);
  }

  private static RoundTripDecision refused(String message) {
    return new RoundTripDecision.End(RequestOutcome.failed(ErrorKind.INVALID_PARAMS, message));
  }
}
