package io.everythingmcp.check.fault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The access tokens that were given in a run, by their digests, and until when each is good. Its
 * fields are shared by instances, as those of a {@link RunFault}.
 */
public final class TokenLedger {
  private static final int MOST = 200;

  private Map<String, Long> until = new LinkedHashMap<>();
  private Set<String> second = new HashSet<>();

  /** A token was given. */
  public synchronized void given(String token, long goodUntil) {
    if (until.size() >= MOST) {
      until.remove(until.keySet().iterator().next());
    }
    until.put(digest(token), goodUntil);
  }

  /** Invalidates all issued tokens. */
  public synchronized void endAll(long now) {
    until.replaceAll((token, end) -> Math.min(end, now));
  }

  /** Until when a token is good; empty for one that was not given here. */
  public synchronized OptionalLong goodUntil(String token) {
    Long end = until.get(digest(token));
    return end == null ? OptionalLong.empty() : OptionalLong.of(end);
  }

  /** The second authorization server of the run has given this token. */
  public synchronized void second(String token) {
    second.add(digest(token));
  }

  /** Whether the second authorization server has given it. */
  public synchronized boolean isSecond(String token) {
    return second.contains(digest(token));
  }

  private static String digest(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
