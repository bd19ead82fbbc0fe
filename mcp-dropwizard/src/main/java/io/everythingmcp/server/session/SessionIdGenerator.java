package io.everythingmcp.server.session;

import io.everythingmcp.server.wire.SecureIds;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generator of session ids: valid ids of a custom generator, else random ones.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#session-management">Session
 *     management</a>
 */
public final class SessionIdGenerator {
  /** 128 random bits in hexadecimal. */
  public static final SessionIdGenerator RANDOM = new SessionIdGenerator(SecureIds::random);

  private static final Logger LOG = LoggerFactory.getLogger(SessionIdGenerator.class);

  private static final int LONGEST = 128;

  private final Supplier<String> generator;

  /**
   * Creates ids with a custom generator.
   *
   * @param generator returns letters, digits, {@code . _ ~ -}, at most 128 of them. The id is the
   *     only protection of an unauthenticated session, so it must not be guessable; an id in use is
   *     not used again
   */
  public SessionIdGenerator(Supplier<String> generator) {
    this.generator = generator;
  }

  /** Returns an id for a new session. */
  public String next() {
    try {
      String id = generator.get();
      if (id != null && wellFormed(id)) {
        return id;
      }
      LOG.warn("The generator of session ids returned an unusable id; a random id is used");
    } catch (RuntimeException e) {
      LOG.warn("The generator of session ids failed; a random one is used", e);
    }
    return SecureIds.random();
  }

  /**
   * Returns whether an id consists of visible ASCII without characters that are special in keys or
   * queries. Called for every request, so it uses no regular expression.
   */
  static boolean wellFormed(String id) {
    if (id.isEmpty() || id.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      if (!allowed(id.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean allowed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || "._~-".indexOf(c) >= 0;
  }
}
