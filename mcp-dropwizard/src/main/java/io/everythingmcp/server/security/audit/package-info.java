/**
 * What is logged about authentication: who was let in, who was refused and why, what was granted to
 * which client for whom, and what was taken back.
 *
 * <p>All lines are written by one logger, {@code io.everythingmcp.authentication}, so that
 * operators can send them elsewhere. They name clients and subjects, never a credential: no token,
 * code, key, secret or cookie is given to this package.
 *
 * <p>Successes of every request are at DEBUG, what happens once per login and every refusal at
 * INFO, and the reuse of a code or refresh token at WARN, because it means theft (RFC 9700, section
 * 4.14.2).
 */
package io.everythingmcp.server.security.audit;
