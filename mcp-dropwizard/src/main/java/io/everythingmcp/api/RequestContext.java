package io.everythingmcp.api;

import java.util.Map;
import java.util.Optional;

/** One call of a feature: what was asked, by whom, and what may be done while answering. */
public interface RequestContext {

  /** The arguments as given; for tools, validated against the input schema. */
  Map<String, Object> arguments();

  /** The {@code _meta} of the request, as it came. */
  Map<String, Object> meta();

  /** Who is calling. */
  CallerIdentity caller();

  /** The program that calls. */
  ClientInfo client();

  /**
   * The answers to the questions of the previous round, by their keys; empty in the first round.
   */
  Map<String, InputResponse> answers();

  /** What this feature wanted to know again, from the previous round. */
  Optional<String> state();

  /** How far it is. Goes nowhere when the client did not ask to be told. */
  ProgressReporter progress();

  /** Log messages for the client, filtered by the level it chose. */
  ClientLogger log();

  /** Whether, and when, the client lost interest. */
  CancellationToken cancellation();

  /**
   * A place to keep small things: for this session, or for this caller where there are no sessions.
   */
  FeatureStorage scope();

  /** Where to tell that something changed for everybody. */
  ChangeNotifier changes();

  /** What may be said after this call has ended. Refuses where there is no session. */
  SessionNotifier emitter();

  /** Pages the user visits outside the client. */
  ElicitationPages consents();

  /**
   * Ends the connection that waits for this answer; the client comes back for the rest. Does
   * nothing where the revision does not know this.
   */
  void detach();

  /** An argument as text, or the default. */
  default String string(String name, String otherwise) {
    Object value = arguments().get(name);
    return value == null ? otherwise : value.toString();
  }

  /** An argument as a number, or the default. */
  default double number(String name, double otherwise) {
    return arguments().get(name) instanceof Number value ? value.doubleValue() : otherwise;
  }

  /** An argument as a truth value, or the default. */
  default boolean flag(String name, boolean otherwise) {
    return arguments().get(name) instanceof Boolean value ? value : otherwise;
  }
}
