/**
 * The store of a single process: maps, with lifetimes.
 *
 * <p>It is the default, so that one command starts a whole server. It promises exactly what the
 * Redis store promises, except that its content ends with the process. Values are kept as they are,
 * without writing them as JSON, so the hot path costs a map look-up.
 *
 * <p>What has expired is invisible at once and is removed by a sweep every few seconds.
 */
package io.everythingmcp.server.store.memory;
