/**
 * Authentication log: accepted and rejected logins and requests with the reason, grants and
 * revocations.
 *
 * <p>All lines are written by one logger, {@code io.everythingmcp.authentication}, so that
 * operators can route them separately. They contain clients and subjects, never a credential: no
 * token, code, key, secret or cookie is passed to this package.
 *
 * <p>Successes of every request are at DEBUG, events of a login and every rejection at INFO, and
 * the reuse of a code or refresh token at WARN, because it means theft (RFC 9700, section 4.14.2).
 */
package io.everythingmcp.server.security.audit;
