package io.everythingmcp.server.protocol.stateless.round;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.CallContext;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Requests that take several rounds: the answer to the first is a list of questions and a sealed
 * state, and the client sends the request again with the answers and the state. Nothing is
 * remembered here.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">Multi
 *     round-trip requests</a>
 */
public final class Rounds {
  /** How long answers are taken. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Set<String> MAY_ASK = Set.of("tools/call", "prompts/get", "resources/read");

  private final StateKeys keys;
  private final StateSeal seal;
  private final KeyedValues<String> used;
  private final Clock clock;
  private final AnswerSorting sorting = new AnswerSorting();

  public Rounds(Store store, Clock clock) {
    this.keys = new StateKeys(store, PATIENCE, clock);
    this.seal = new StateSeal(keys);
    this.used = store.values("mcp:state-used:", String.class);
    this.clock = clock;
  }

  /** Lets a new key seal from now on, on all instances; states that are out stay valid. */
  public void rotateKeys() {
    keys.rotate();
  }

  /** Whether a method may answer with questions. */
  public static boolean mayAsk(String method) {
    return MAY_ASK.contains(method);
  }

  /** A question as one of the input requests of a result. */
  public static ObjectNode inputRequest(InputRequest question) {
    return Asked.of(question).request();
  }

  /** Why a client cannot be asked; empty when it can. */
  public static Optional<RequestOutcome.Refused> impossible(
      RequestOutcome.Asks asks, ClientInfo client) {
    return impossible(asks.questions().values().stream().map(Asked::of).toList(), client);
  }

  private static Optional<RequestOutcome.Refused> impossible(
      Collection<Asked> open, ClientInfo client) {
    Map<String, Object> missing = Missing.capabilities(open, client);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RequestOutcome.Refused(
                ErrorKind.CAPABILITY_REQUIRED,
                "This needs capabilities that the request's clientCapabilities do not have: "
                    + Json.text(missing),
                missing));
  }

  /** Looks at what a request brings from the round before. */
  public Turn begin(Sender sender) {
    JsonNode state = sender.request().params().get("requestState");
    JsonNode responses = sender.request().params().get("inputResponses");
    if (!mayAsk(sender.request().method())) {
      return new Turn.Go(CallContext.Round.FIRST);
    }
    if (responses != null && !responses.isObject()) {
      return refused("\"inputResponses\" must be an object: an answer for each question's key");
    }
    if (state == null) {
      return new Turn.Go(CallContext.Round.FIRST);
    }
    Optional<Pending> pending = open(state, sender);
    if (pending.isEmpty()) {
      return refused(
          "\"requestState\" is not valid here: it was changed, is too old, or belongs to another"
              + " caller or request; send the request without it to begin again");
    }
    if (!pending.get().until().isAfter(clock.instant())) {
      return refused(
          "\"requestState\" is older than "
              + PATIENCE.toMinutes()
              + " minutes; send the request without it to begin again");
    }
    return take(pending.get(), responses == null ? Json.object() : responses, sender);
  }

  private Optional<Pending> open(JsonNode state, Sender sender) {
    return state.isTextual()
        ? seal.open(state.textValue(), Binding.of(sender.request(), sender.caller()))
            .map(bytes -> Json.read(new String(bytes, StandardCharsets.UTF_8), Pending.class))
        : Optional.empty();
  }

  private Turn take(Pending pending, JsonNode responses, Sender sender) {
    Responses sorted = sorting.sort(pending.open(), responses);
    if (sorted.malformed() != null) {
      return refused("\"inputResponses\", " + sorted.malformed());
    }
    Pending now = pending.answered(sorted.good(), clock.instant().plus(PATIENCE));
    return now.open().isEmpty() ? complete(now, sender) : put(now, sorted.unfit(), sender);
  }

  private Turn complete(Pending pending, Sender sender) {
    if (pending.kind() == Pending.Kind.ONCE
        && !used.putIfAbsent(pending.id(), "", PATIENCE.plus(PATIENCE))) {
      return refused("\"requestState\" was used before, and may be used once only");
    }
    Map<String, InputResponse> answers = pending.read();
    if (pending.kind() == Pending.Kind.CONSENT
        && !answers.values().stream().allMatch(InputResponse::accepted)) {
      String message = "The user did not want to visit the page without which this cannot be done";
      return new Turn.End(
          sender.request().method().equals("tools/call")
              ? RequestOutcome.toolError(message)
              : RequestOutcome.refused(ErrorKind.INVALID_PARAMS, message));
    }
    return new Turn.Go(new CallContext.Round(answers, pending.state()));
  }

  /**
   * Looks at answers that came without a state, with the very first request: a client may know from
   * before what will be asked. They count where nothing else had to be remembered.
   *
   * @param asks what the feature asked in the first round
   * @return how it goes on; nothing where no answers came, or they do not count
   */
  public Optional<Turn> early(Sender sender, RequestOutcome.Asks asks) {
    JsonNode responses = sender.request().params().path("inputResponses");
    boolean counts =
        asks.state() == null
            && !asks.once()
            && !responses.isEmpty()
            && !sender.request().params().has("requestState");
    return counts
        ? Optional.of(take(pending(asks, Pending.Kind.USUAL), responses, sender))
        : Optional.empty();
  }

  /** Asks what a feature wants to know. */
  public Turn ask(Sender sender, RequestOutcome.Asks asks) {
    return put(asks, asks.once() ? Pending.Kind.ONCE : Pending.Kind.USUAL, sender);
  }

  /** Asks the user to visit the pages without which a feature refuses to be called. */
  public Turn askForConsent(Sender sender, RequestOutcome.Refused refused) {
    return put(ConsentPages.of(refused), Pending.Kind.CONSENT, sender);
  }

  private Turn put(RequestOutcome.Asks asks, Pending.Kind kind, Sender sender) {
    return put(pending(asks, kind), Json.object(), sender);
  }

  private Pending pending(RequestOutcome.Asks asks, Pending.Kind kind) {
    return Pending.of(asks, kind, clock.instant().plus(PATIENCE));
  }

  private Turn put(Pending pending, ObjectNode unfit, Sender sender) {
    Map<String, Asked> open = pending.open();
    Optional<RequestOutcome.Refused> impossible = impossible(open.values(), sender.client());
    if (impossible.isPresent()) {
      return new Turn.End(impossible.get());
    }
    ObjectNode result = Json.object().put("resultType", "input_required");
    if (!open.isEmpty()) {
      ObjectNode requests = result.putObject("inputRequests");
      open.forEach(
          (key, asked) -> requests.set(key, asked.because(unfit.path(key).textValue()).request()));
    }
    byte[] binding = Binding.of(sender.request(), sender.caller());
    result.put("requestState", seal.seal(Json.bytes(pending), binding));
    if (!unfit.isEmpty()) {
      result.putObject("_meta").set("io.everythingmcp/askedAgain", unfit);
    }
    return new Turn.Ask(result);
  }

  private static Turn refused(String message) {
    return new Turn.End(RequestOutcome.refused(ErrorKind.INVALID_PARAMS, message));
  }
}
