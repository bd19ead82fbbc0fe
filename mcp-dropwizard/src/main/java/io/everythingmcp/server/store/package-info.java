/**
 * What instances of this server share: keyed values, append-only logs, sets of members, and signals
 * that wake.
 *
 * <p>The store knows no MCP. It has two implementations, in memory for one process and on Redis for
 * many, and both pass the same contract tests. Nothing about a session, a token, a tenant, a task
 * or a pending question may live only in one process when the store is shared, so code that wants
 * to remember something beyond a request comes here.
 *
 * <p>The rule of delivery: <em>the log is the truth, a signal only wakes</em>. A signal may be lost
 * or come twice; the receiver of a wake-up reads the log.
 *
 * <p>Every value, log and member has a lifetime; nothing stays for ever. Failing to reach a shared
 * store throws {@link io.everythingmcp.server.store.StoreUnavailableException}, which becomes a 503
 * with {@code Retry-After} at the edge.
 *
 * <p>Names of keys and channels that operators see are in {@code docs/reference/redis-keys.md}.
 */
package io.everythingmcp.server.store;
