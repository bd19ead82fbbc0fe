package io.everythingmcp.api;

import java.util.Map;
import java.util.Optional;

/**
 * One request to a feature: its parameters, the caller, and the services that a feature can use
 * while it processes the request.
 */
public interface RequestContext {

  /** {@return the arguments; for tools, already validated against the input schema} */
  Map<String, Object> arguments();

  /** {@return the {@code _meta} object of the request, unchanged} */
  Map<String, Object> meta();

  /** {@return the authenticated caller} */
  CallerIdentity caller();

  /** {@return information about the client program} */
  ClientInfo clientInfo();

  /**
   * {@return the responses to the input requests of the previous round trip, by key; empty in the
   * first one}
   */
  Map<String, InputResponse> inputResponses();

  /** {@return the {@code requestState} of the previous round trip; empty in the first one} */
  Optional<String> requestState();

  /**
   * {@return the progress reporter; it discards reports if the request has no {@code
   * progressToken}}
   */
  ProgressReporter progress();

  /**
   * {@return the logger for messages to the client, filtered by the level that the client
   * requested}
   */
  ClientLogger logger();

  /** {@return the cancellation state of this request} */
  CancellationToken cancellation();

  /** {@return storage for small values, per session or, in stateless revisions, per caller} */
  FeatureStorage storage();

  /** {@return the notifier for changes that concern all callers} */
  ChangeNotifier changeNotifier();

  /**
   * {@return the notifier for messages to this session after the request has ended; it fails in
   * stateless revisions}
   */
  SessionNotifier sessionNotifier();

  /** {@return the pages for URL mode elicitation} */
  ElicitationPages elicitationPages();

  /**
   * Closes the SSE stream of this request; the client reconnects to receive the remaining messages.
   * Does nothing in revisions without resumable streams.
   */
  void closeSseStream();

  /**
   * Returns an argument as text.
   *
   * @param name name of the argument
   * @param otherwise value if the argument is missing
   * @return the argument or the default
   */
  default String stringArgument(String name, String otherwise) {
    Object value = arguments().get(name);
    return value == null ? otherwise : value.toString();
  }

  /**
   * Returns an argument as a number.
   *
   * @param name name of the argument
   * @param otherwise value if the argument is missing or is not a number
   * @return the argument or the default
   */
  default double numberArgument(String name, double otherwise) {
    return arguments().get(name) instanceof Number value ? value.doubleValue() : otherwise;
  }

  /**
   * Returns an argument as a boolean.
   *
   * @param name name of the argument
   * @param otherwise value if the argument is missing or is not a boolean
   * @return the argument or the default
   */
  default boolean booleanArgument(String name, boolean otherwise) {
    return arguments().get(name) instanceof Boolean value ? value : otherwise;
  }
}
