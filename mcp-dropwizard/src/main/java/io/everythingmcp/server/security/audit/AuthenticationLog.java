package io.everythingmcp.server.security.audit;

import io.everythingmcp.server.wire.TextTruncation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines about authentication, each with client and subject where they are known. */
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

  /** A request had no credential: clients begin so, to find out where to get one. */
  public static void missing(String path, String address) {
    LOG.debug("missing path={} address={}", shown(path), address);
  }

  /** A credential was refused for a request. */
  public static void refused(String why, String path, String address) {
    LOG.info("refused reason=\"{}\" path={} address={}", shown(why), shown(path), address);
  }

  /** Whether a credential is good could not be found out. */
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
   * Something happened to a grant, a login or a client.
   *
   * @param what for example {@code code_issued}
   * @param details scopes and the like
   */
  public static void happened(String what, String client, String subject, String details) {
    LOG.info("{} client={} subject={}{}", what, shown(client), shown(subject), detail(details));
  }

  /**
   * An endpoint of the authorization server answered with an error.
   *
   * @param endpoint its name
   */
  public static void error(String endpoint, String client, String error, String why) {
    LOG.info("{} refused client={} error={}{}", endpoint, shown(client), shown(error), detail(why));
  }

  /** An endpoint that is called often did what it was asked for. */
  public static void answered(String endpoint, String client, int status) {
    LOG.debug("{} answered client={} status={}", endpoint, shown(client), status);
  }

  /** A code or a refresh token was used a second time, so its grant has ended. */
  public static void reused(String kind, String client, String subject) {
    LOG.warn(
        "{}_reused client={} subject={}: the grant has ended, because somebody else may have the"
            + " credential",
        kind,
        shown(client),
        shown(subject));
  }

  private static String detail(String text) {
    return text == null || text.isEmpty() ? "" : " " + printable(text);
  }

  /** On one line, printable, and not too long; a dash where it is not known. */
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
