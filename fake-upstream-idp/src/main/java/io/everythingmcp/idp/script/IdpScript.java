package io.everythingmcp.idp.script;

import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.model.IdpUser;
import io.everythingmcp.idp.state.IdpKeys;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Scripts the next responses of a provider. Every step but the clock and the keys is applied once;
 * repeated steps are applied in their order. A script applies to one instance, even if its state is
 * shared with others.
 */
public final class IdpScript {
  private static final int MOST = 1_000;
  private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,64}");

  private final IdpSettings settings;
  private final MovableClock clock;
  private final IdpKeys keys;
  private final Deque<ScriptedLogin> logins = new ArrayDeque<>();
  private final Map<ProtocolFault, Integer> faults = new EnumMap<>(ProtocolFault.class);
  private final Map<IdpRoute, Deque<InjectedFailure>> disturbances = new HashMap<>();

  public IdpScript(IdpSettings settings, MovableClock clock, IdpKeys keys) {
    this.settings = settings;
    this.clock = clock;
    this.keys = keys;
  }

  /** The next login is that of this user, without a page. */
  public IdpScript nextLogin(String subject) {
    return nextLogin(
        settings
            .user(subject)
            .orElseThrow(() -> new IllegalArgumentException("Unknown user: " + subject)));
  }

  /** The next login is that of this user, possibly not on the page, without a page. */
  public IdpScript nextLogin(IdpUser user) {
    return next(new ScriptedLogin.As(user));
  }

  /** The next login is denied: {@code access_denied}. */
  public IdpScript nextLoginRefused() {
    return nextLoginRefused("access_denied");
  }

  /** The next login is redirected with this error code. */
  public IdpScript nextLoginRefused(String error) {
    if (!ERROR_CODE.matcher(error).matches()) {
      throw new IllegalArgumentException("Not an error code: " + error);
    }
    return next(new ScriptedLogin.Refused(error));
  }

  private synchronized IdpScript next(ScriptedLogin login) {
    bound(logins.size());
    logins.add(login);
    return this;
  }

  /** Applies a protocol fault to the next response that it concerns. */
  public synchronized IdpScript next(ProtocolFault fault) {
    faults.merge(fault, 1, Integer::sum);
    return this;
  }

  /** The next response of an endpoint is delayed by this time, ten minutes at most. */
  public IdpScript slow(IdpRoute route, Duration delay) {
    return disturb(route, new InjectedFailure(0, delay));
  }

  /** The next response of an endpoint is an error with this status. */
  public IdpScript fail(IdpRoute route, int status) {
    return disturb(route, new InjectedFailure(status, Duration.ZERO));
  }

  /** Applies a failure to the next request of an endpoint. */
  public synchronized IdpScript disturb(IdpRoute route, InjectedFailure disturbance) {
    Deque<InjectedFailure> queue = disturbances.computeIfAbsent(route, key -> new ArrayDeque<>());
    bound(queue.size());
    queue.add(disturbance);
    return this;
  }

  private static void bound(int size) {
    if (size >= MOST) {
      throw new IllegalStateException("Step limit reached: " + MOST);
    }
  }

  /** Moves the clock forward, or back if negative, until {@link #reset}. */
  public IdpScript moveClock(Duration by) {
    clock.move(by);
    return this;
  }

  /** Signs with a new key from now on; the last one stays published. */
  public IdpScript rotateKeys() {
    keys.rotate(true);
    return this;
  }

  /** Signs with a new key from now on; earlier signatures can no longer be verified. */
  public IdpScript replaceKeys() {
    keys.rotate(false);
    return this;
  }

  /** Removes the pending steps, and resets the clock. */
  public synchronized IdpScript reset() {
    logins.clear();
    faults.clear();
    disturbances.clear();
    clock.reset();
    return this;
  }

  /** Removes and returns the next scripted login. */
  public synchronized Optional<ScriptedLogin> takeLogin() {
    return Optional.ofNullable(logins.poll());
  }

  /** Returns whether the fault is scripted, and removes one occurrence. */
  public synchronized boolean take(ProtocolFault fault) {
    int times = faults.getOrDefault(fault, 0);
    if (times > 0) {
      faults.put(fault, times - 1);
    }
    return times > 0;
  }

  /** Removes and returns the failure of this request. */
  public synchronized Optional<InjectedFailure> take(IdpRoute route) {
    return Optional.ofNullable(disturbances.get(route)).map(Deque::poll);
  }
}
