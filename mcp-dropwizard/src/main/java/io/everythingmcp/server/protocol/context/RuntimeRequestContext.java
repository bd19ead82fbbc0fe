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
 * Request context of the runtime.
 *
 * @param arguments arguments of the feature
 * @param meta the {@code _meta} of the request
 * @param caller the caller
 * @param clientInfo information about the client program
 * @param roundTrip input of the previous round trip
 * @param ports services for the feature
 */
public record RuntimeRequestContext(
    Map<String, Object> arguments,
    Map<String, Object> meta,
    CallerIdentity caller,
    ClientInfo clientInfo,
    RoundTrip roundTrip,
    RequestServices ports)
    implements RequestContext {

  /**
   * Input of the previous round trip.
   *
   * @param responses the input responses by key
   * @param state the request state, or null
   */
  public record RoundTrip(Map<String, InputResponse> responses, String state) {
    /** The first round trip, without input. */
    public static final RoundTrip FIRST = new RoundTrip(Map.of(), null);
  }

  /** Services for features during a request. */
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

    /** Returns the session of this request. */
    default Optional<String> session() {
      return Optional.empty();
    }
  }

  /** The same call with the arguments of the feature. */
  public RuntimeRequestContext with(Map<String, Object> featureArguments) {
    return new RuntimeRequestContext(featureArguments, meta, caller, clientInfo, roundTrip, ports);
  }

  /** Returns the viewer for visibility rules. */
  public io.everythingmcp.api.FeatureVisibility.Viewer viewer() {
    return new io.everythingmcp.api.FeatureVisibility.Viewer(caller, ports.hasSession());
  }

  @Override
  public Map<String, InputResponse> inputResponses() {
    return roundTrip.responses();
  }

  @Override
  public Optional<String> requestState() {
    return Optional.ofNullable(roundTrip.state());
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
