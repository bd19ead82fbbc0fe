/**
 * State that instances of this server share: keyed values, append-only logs, sets of members, and
 * notifications.
 *
 * <p>The store is independent of MCP. It has two implementations, in memory for one process and on
 * Redis for many, which pass the same contract tests. No state of a session, a token, a tenant, a
 * task or a pending input request may exist only in one process, so state that outlives a request
 * must be in the store.
 *
 * <p>Delivery: <em>the log has the messages, a notification only triggers reading</em>. A
 * notification may be lost or repeated; its receiver reads the log.
 *
 * <p>Every value, log and member has a lifetime. If a shared store is unreachable, {@link
 * io.everythingmcp.server.store.StoreUnavailableException} is thrown, which becomes a 503 with
 * {@code Retry-After}.
 *
 * <p>Names of keys and channels are listed in {@code docs/reference/redis-keys.md}.
 */
package io.everythingmcp.server.store;
