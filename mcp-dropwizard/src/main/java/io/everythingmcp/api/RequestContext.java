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
  ClientInfo clientInfo();

  /**
   * The answers to the questions of the previous round, by their keys; empty in the first round.
   */
  Map<String, InputResponse> inputResponses();

  /** What this feature wanted to know again, from the previous round. */
  Optional<String> requestState();

  /** How far it is. Goes nowhere when the client did not ask to be told. */
  ProgressReporter progress();

  /** Log messages for the client, filtered by the level it chose. */
  ClientLogger logger();

  /** Whether, and when, the client lost interest. */
  CancellationToken cancellation();

  /**
   * A place to keep small things: for this session, or for this caller where there are no sessions.
   */
  FeatureStorage storage();

  /** Where to tell that something changed for everybody. */
  ChangeNotifier changeNotifier();

  /** What may be said after this call has ended. Refuses where there is no session. */
  SessionNotifier sessionNotifier();

  /** Pages the user visits outside the client. */
  ElicitationPages elicitationPages();

  /**
   * Ends the connection that waits for this answer; the client comes back for the rest. Does
   * nothing where the revision does not know this.
   */
  void closeSseStream();

  /** An argument as text, or the default. */
  default String stringArgument(String name, String otherwise) {
    Object value = arguments().get(name);
    return value == null ? otherwise : value.toString();
  }

  /** An argument as a number, or the default. */
  default double numberArgument(String name, double otherwise) {
    return arguments().get(name) instanceof Number value ? value.doubleValue() : otherwise;
  }

  /** An argument as a truth value, or the default. */
  default boolean booleanArgument(String name, boolean otherwise) {
    return arguments().get(name) instanceof Boolean value ? value : otherwise;
  }
}
