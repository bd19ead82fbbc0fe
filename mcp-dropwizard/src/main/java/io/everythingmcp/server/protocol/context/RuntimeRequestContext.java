package io.everythingmcp.server.protocol.context;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.CancellationToken;
import io.everythingmcp.api.ChangeNotifier;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.ClientLogger;
import io.everythingmcp.api.ElicitationPages;
import io.everythingmcp.api.FeatureStorage;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.ProgressReporter;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.SessionNotifier;
import java.util.Map;
import java.util.Optional;

/**
 * A call as the runtime hands it to a feature.
 *
 * @param arguments what was given to the feature
 * @param meta the {@code _meta} of the request
 * @param caller who calls
 * @param clientInfo the program that calls
 * @param round what the previous round brought
 * @param ports what may be done while answering
 */
public record RuntimeRequestContext(
    Map<String, Object> arguments,
    Map<String, Object> meta,
    CallerIdentity caller,
    ClientInfo clientInfo,
    RoundTrip round,
    RequestServices ports)
    implements RequestContext {

  /**
   * What the previous round of a call brought.
   *
   * @param answers by the keys of the questions
   * @param state what the feature wanted to know again, or null
   */
  public record RoundTrip(Map<String, InputResponse> answers, String state) {
    /** Before anything was asked. */
    public static final RoundTrip FIRST = new RoundTrip(Map.of(), null);
  }

  /** What may be done while answering. */
  public interface RequestServices {
    ProgressReporter progress();

    ClientLogger log();

    CancellationToken cancellation();

    FeatureStorage scope();

    ChangeNotifier changes();

    SessionNotifier emitter();

    ElicitationPages consents();

    void detach();

    /** Whether messages can follow after the call has ended. */
    boolean hasSession();

    /** The session this call belongs to. */
    default Optional<String> session() {
      return Optional.empty();
    }
  }

  /** The same call with the arguments of the feature. */
  public RuntimeRequestContext with(Map<String, Object> featureArguments) {
    return new RuntimeRequestContext(featureArguments, meta, caller, clientInfo, round, ports);
  }

  /** Who is looking, for rules of visibility. */
  public io.everythingmcp.api.FeatureVisibility.Viewer viewer() {
    return new io.everythingmcp.api.FeatureVisibility.Viewer(caller, ports.hasSession());
  }

  @Override
  public Map<String, InputResponse> inputResponses() {
    return round.answers();
  }

  @Override
  public Optional<String> requestState() {
    return Optional.ofNullable(round.state());
  }

  @Override
  public ProgressReporter progress() {
    return ports.progress();
  }

  @Override
  public ClientLogger logger() {
    return ports.log();
  }

  @Override
  public CancellationToken cancellation() {
    return ports.cancellation();
  }

  @Override
  public FeatureStorage storage() {
    return ports.scope();
  }

  @Override
  public ChangeNotifier changeNotifier() {
    return ports.changes();
  }

  @Override
  public SessionNotifier sessionNotifier() {
    return ports.emitter();
  }

  @Override
  public ElicitationPages elicitationPages() {
    return ports.consents();
  }

  @Override
  public void closeSseStream() {
    ports.detach();
  }
}
