package io.everythingmcp.server.protocol;

import io.everythingmcp.server.feature.Answer;
import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Caller;
import io.everythingmcp.server.feature.Cancellation;
import io.everythingmcp.server.feature.Changes;
import io.everythingmcp.server.feature.Client;
import io.everythingmcp.server.feature.Consents;
import io.everythingmcp.server.feature.Emitter;
import io.everythingmcp.server.feature.Log;
import io.everythingmcp.server.feature.Progress;
import io.everythingmcp.server.feature.Scope;
import java.util.Map;
import java.util.Optional;

/**
 * A call as the runtime hands it to a feature.
 *
 * @param arguments what was given to the feature
 * @param meta the {@code _meta} of the request
 * @param caller who calls
 * @param client the program that calls
 * @param round what the previous round brought
 * @param ports what may be done while answering
 */
public record CallContext(
    Map<String, Object> arguments,
    Map<String, Object> meta,
    Caller caller,
    Client client,
    Round round,
    Ports ports)
    implements Call {

  /**
   * What the previous round of a call brought.
   *
   * @param answers by the keys of the questions
   * @param state what the feature wanted to know again, or null
   */
  public record Round(Map<String, Answer> answers, String state) {
    /** Before anything was asked. */
    public static final Round FIRST = new Round(Map.of(), null);
  }

  /** What may be done while answering. */
  public interface Ports {
    Progress progress();

    Log log();

    Cancellation cancellation();

    Scope scope();

    Changes changes();

    Emitter emitter();

    Consents consents();

    void detach();

    /** Whether messages can follow after the call has ended. */
    boolean hasSession();

    /** The session this call belongs to. */
    default Optional<String> session() {
      return Optional.empty();
    }
  }

  /** The same call with the arguments of the feature. */
  public CallContext with(Map<String, Object> featureArguments) {
    return new CallContext(featureArguments, meta, caller, client, round, ports);
  }

  /** Who is looking, for rules of visibility. */
  public io.everythingmcp.server.feature.Visibility.Viewer viewer() {
    return new io.everythingmcp.server.feature.Visibility.Viewer(caller, ports.hasSession());
  }

  @Override
  public Map<String, Answer> answers() {
    return round.answers();
  }

  @Override
  public Optional<String> state() {
    return Optional.ofNullable(round.state());
  }

  @Override
  public Progress progress() {
    return ports.progress();
  }

  @Override
  public Log log() {
    return ports.log();
  }

  @Override
  public Cancellation cancellation() {
    return ports.cancellation();
  }

  @Override
  public Scope scope() {
    return ports.scope();
  }

  @Override
  public Changes changes() {
    return ports.changes();
  }

  @Override
  public Emitter emitter() {
    return ports.emitter();
  }

  @Override
  public Consents consents() {
    return ports.consents();
  }

  @Override
  public void detach() {
    ports.detach();
  }
}
