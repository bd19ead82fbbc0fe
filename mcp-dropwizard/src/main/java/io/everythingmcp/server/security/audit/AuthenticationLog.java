package io.everythingmcp.server.security.audit;

import io.everythingmcp.server.wire.TextTruncation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Log lines about authentication, each with client and subject if available. */
public final class AuthenticationLog {
  /** The logger of all these lines. */
  public static final String NAME = "io.everythingmcp.authentication";

  private static final Logger LOG = LoggerFactory.getLogger(NAME);
  private static final int LONGEST = 200;

  private AuthenticationLog() {}

  /** A credential was accepted for a request. */
  public static void accepted(String method, String client, String subject, String path) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "accepted by={} client={} subject={} path={}",
          method,
          shown(client),
          shown(subject),
          shown(path));
    }
  }

  /** Logs a request without a credential, with which clients start the discovery. */
  public static void missing(String path, String address) {
    LOG.debug("missing path={} address={}", shown(path), address);
  }

  /** A credential was refused for a request. */
  public static void refused(String why, String path, String address) {
    LOG.info("refused reason=\"{}\" path={} address={}", shown(why), shown(path), address);
  }

  /** Logs that a credential could not be verified. */
  public static void unavailable(String why, String path) {
    LOG.info("unavailable reason=\"{}\" path={}", shown(why), shown(path));
  }

  /** A caller lacks a scope. */
  public static void insufficientScope(String client, String subject, String scope, String path) {
    LOG.info(
        "insufficient_scope client={} subject={} needed=\"{}\" path={}",
        shown(client),
        shown(subject),
        shown(scope),
        shown(path));
  }

  /**
   * Logs an event of a grant, a login or a client.
   *
   * @param what for example {@code code_issued}
   * @param details scopes and similar data
   */
  public static void happened(String what, String client, String subject, String details) {
    LOG.info("{} client={} subject={}{}", what, shown(client), shown(subject), detail(details));
  }

  /**
   * Logs an error response of an endpoint of the authorization server.
   *
   * @param endpoint its name
   */
  public static void error(String endpoint, String client, String error, String why) {
    LOG.info("{} refused client={} error={}{}", endpoint, shown(client), shown(error), detail(why));
  }

  /** Logs a success of a frequently called endpoint. */
  public static void completed(String endpoint, String client, int status) {
    LOG.debug("{} completed client={} status={}", endpoint, shown(client), status);
  }

  /** A code or a refresh token was used a second time, so its grant has ended. */
  public static void reused(String kind, String client, String subject) {
    LOG.warn(
        "{}_reused client={} subject={}: the grant was revoked, because an attacker may have the"
            + " credential",
        kind,
        shown(client),
        shown(subject));
  }

  private static String detail(String text) {
    return text == null || text.isEmpty() ? "" : " " + printable(text);
  }

  /** Returns a printable, truncated text on one line; a dash if it is unknown. */
  private static String shown(String text) {
    if (text == null || text.isEmpty()) {
      return "-";
    }
    return printable(text.replace('"', '?'));
  }

  private static String printable(String text) {
    String clean = text.replaceAll("[^\\x20-\\x7e]", "?");
    return clean.length() > LONGEST ? TextTruncation.beginning(clean, LONGEST) + "..." : clean;
  }
}
