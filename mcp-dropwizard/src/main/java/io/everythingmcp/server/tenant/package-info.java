/**
 * Who gets which server.
 *
 * <p>A {@link io.everythingmcp.server.tenant.Tenant} has a name, a version, instructions and some
 * of the features of its own, and tokens that lead to it. {@link
 * io.everythingmcp.server.tenant.TenantRegistry} keeps all of them in the store, so that each
 * instance knows them, and says when one changes; what a change means for servers and sessions is
 * up to whoever listens.
 *
 * <p>Tenants share nothing: {@link io.everythingmcp.server.tenant.TenantScopedStore} gives each one
 * names of its own in the store, for sessions, logs, subscriptions, tasks and signals alike. So
 * isolation is no rule that somebody could forget.
 *
 * <p>Tokens are kept as their SHA-256 and the eight characters by which people recognise them.
 */
package io.everythingmcp.server.tenant;
