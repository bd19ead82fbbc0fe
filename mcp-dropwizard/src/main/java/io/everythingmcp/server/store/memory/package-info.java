/**
 * Store of a single process: maps with lifetimes.
 *
 * <p>It is the default, so that one command starts a whole server. It has the same contract as the
 * Redis store, except that its content ends with the process. Values are stored without JSON
 * encoding, so a read is a map lookup.
 *
 * <p>Expired entries are invisible immediately and are removed every few seconds.
 */
package io.everythingmcp.server.store.memory;
