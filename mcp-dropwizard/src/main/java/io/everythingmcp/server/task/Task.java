package io.everythingmcp.server.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.RequestOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stored task. Immutable; a change is a new record.
 *
 * @param id unguessable id
 * @param origin its origin
 * @param status its status
 * @param message status message for users; null for none
 * @param times times of creation, last change, and expiry
 * @param dialog its input requests and responses
 * @param result the tool result in the latest format, once completed
 * @param refusal the error, once failed
 */
public record Task(
    String id,
    Origin origin,
    Status status,
    String message,
    Times times,
    Dialog dialog,
    JsonNode result,
    RequestOutcome.Failed refusal) {

  /** How far a task is. */
  public enum Status {
    WORKING,
    INPUT_REQUIRED,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** Returns whether the status is final. */
    public boolean terminal() {
      return compareTo(COMPLETED) >= 0;
    }

    /** The word for it on the wire. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Origin of a task.
   *
   * @param owner its owner key
   * @param session its session, or null
   * @param request the parameters of the call
   * @param responses input responses before the task was created
   * @param state request state before the task was created, or null
   * @param deferred whether the feature itself deferred the work
   */
  public record Origin(
      String owner,
      String session,
      JsonNode request,
      @JsonProperty("answers") Map<String, InputResponse> responses,
      String state,
      boolean deferred) {}

  /**
   * Times of a task.
   *
   * @param created time of creation
   * @param updated time of the last change
   * @param ttl lifetime since its creation
   */
  public record Times(Instant created, Instant updated, Duration ttl) {}

  /**
   * Input requests and responses of a task.
   *
   * @param roundTrips number of round trips
   * @param inputRequests current input requests by a key that is unique in the task: method and
   *     parameters
   * @param keys the feature's keys of these input requests
   * @param responses responses by the feature's keys
   * @param state request state of the feature, or null
   * @param turn id of the last transition, by the last response or by cancellation
   * @param worker the instance that processes it, or null
   */
  public record Dialog(
      @JsonProperty("round") int roundTrips,
      @JsonProperty("questions") Map<String, JsonNode> inputRequests,
      Map<String, String> keys,
      @JsonProperty("answers") Map<String, InputResponse> responses,
      String state,
      String turn,
      String worker) {
    static final Dialog NONE = begun(null);

    static Dialog begun(String worker) {
      return new Dialog(0, Map.of(), Map.of(), Map.of(), null, null, worker);
    }
  }

  Task cancelled(String turn) {
    Dialog ended = new Dialog(dialog.roundTrips(), Map.of(), Map.of(), Map.of(), null, turn, null);
    return new Task(
        id, origin, Status.CANCELLED, "Cancelled on request", touched(), ended, null, null);
  }

  Task completed(JsonNode outcome) {
    return new Task(id, origin, Status.COMPLETED, null, touched(), Dialog.NONE, outcome, null);
  }

  Task failed(RequestOutcome.Failed why) {
    return new Task(id, origin, Status.FAILED, why.message(), touched(), Dialog.NONE, null, why);
  }

  Task requiringInput(Map<String, JsonNode> inputRequests, Map<String, String> keys, String state) {
    Dialog next =
        new Dialog(dialog.roundTrips() + 1, inputRequests, keys, Map.of(), state, null, null);
    return new Task(
        id,
        origin,
        Status.INPUT_REQUIRED,
        "Input from the client is required",
        touched(),
        next,
        null,
        null);
  }

  /**
   * Returns a copy with a response to a pending input request; resumes the task after the last one.
   */
  Task withResponse(String key, InputResponse response, String turn, String worker) {
    if (status != Status.INPUT_REQUIRED || !dialog.inputRequests().containsKey(key)) {
      return this;
    }
    Map<String, JsonNode> open = new LinkedHashMap<>(dialog.inputRequests());
    open.remove(key);
    Map<String, InputResponse> given = new LinkedHashMap<>(dialog.responses());
    given.put(dialog.keys().get(key), response);
    boolean last = open.isEmpty();
    Dialog next =
        new Dialog(
            dialog.roundTrips(),
            open,
            dialog.keys(),
            given,
            dialog.state(),
            last ? turn : null,
            last ? worker : null);
    Status now = last ? Status.WORKING : status;
    return new Task(id, origin, now, last ? null : message, touched(), next, null, null);
  }

  private Times touched() {
    return new Times(times.created(), Instant.now().truncatedTo(ChronoUnit.MILLIS), times.ttl());
  }

  /** Returns the remaining lifetime. */
  @JsonIgnore
  public Duration remaining() {
    Duration left = Duration.between(Instant.now(), times.created().plus(times.ttl()));
    return left.isNegative() ? Duration.ZERO : left;
  }
}
