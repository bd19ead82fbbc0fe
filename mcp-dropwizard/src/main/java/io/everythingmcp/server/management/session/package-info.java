/**
 * Session management for operators: list, count, end.
 *
 * <p>{@link io.everythingmcp.server.management.session.SessionAdmin} reads the session directory of
 * the stateful era in the store, so every instance shows and ends the sessions of all. The package
 * is deleted together with that era; nothing else in {@code management} uses sessions.
 *
 * <p>Operators see complete session ids, because they are needed to end a session. Logs contain
 * their first eight characters.
 */
package io.everythingmcp.server.management.session;
