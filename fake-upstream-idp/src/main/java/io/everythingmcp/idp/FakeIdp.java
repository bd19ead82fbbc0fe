package io.everythingmcp.idp;

import io.everythingmcp.idp.flow.IdpRouter;
import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.http.IdpResponse;
import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.script.IdpScript;
import io.everythingmcp.idp.script.MovableClock;
import io.everythingmcp.idp.state.IdpKeys;
import io.everythingmcp.idp.state.IdpState;
import io.everythingmcp.idp.state.MemoryState;
import io.everythingmcp.idp.state.StoredKeys;
import java.time.InstantSource;

/**
 * An OpenID provider without passwords, independent of the transport: it turns a request into a
 * response. {@code FakeIdpServer}, {@code FakeIdpServlet} and {@code InProcessTransport} are its
 * transports.
 */
public final class FakeIdp {
  private final IdpSettings settings;
  private final IdpScript script;
  private final IdpRouter routes;

  /** A provider with its state in this process. */
  public FakeIdp(IdpSettings settings) {
    this(settings, new MemoryState());
  }

  /** A provider with the given state, which contains its keys too. */
  public FakeIdp(IdpSettings settings, IdpState state) {
    this(settings, state, new StoredKeys(state, settings.algorithm()), InstantSource.system());
  }

  /**
   * A provider.
   *
   * @param keys of the algorithm of the settings
   */
  public FakeIdp(IdpSettings settings, IdpState state, IdpKeys keys, InstantSource clock) {
    MovableClock movable = new MovableClock(clock);
    this.settings = settings;
    this.script = new IdpScript(settings, movable, keys);
    this.routes = new IdpRouter(settings, state, keys, movable, script);
  }

  public IdpSettings settings() {
    return settings;
  }

  /** Returns the script of the next responses. */
  public IdpScript script() {
    return script;
  }

  /**
   * Returns the response to a request. Exceptions of the state are passed on. The caller must apply
   * {@link IdpResponse#delay}.
   */
  public IdpResponse handle(IdpRequest request) {
    return routes.handle(request);
  }
}
