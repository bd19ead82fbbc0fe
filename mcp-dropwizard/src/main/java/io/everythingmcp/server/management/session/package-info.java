/**
 * Sessions as operators see them: listed, counted, ended.
 *
 * <p>{@link io.everythingmcp.server.management.session.SessionAdmin} looks into the same directory
 * as the era of sessions does, in the store, so every instance shows and ends the sessions of all.
 * The package is deleted together with that era; nothing else in {@code management} uses sessions.
 *
 * <p>An operator sees the id of a session, because it is the name by which one is ended. Logs show
 * its first eight characters.
 */
package io.everythingmcp.server.management.session;
