/**
 * Tenants and their servers.
 *
 * <p>A {@link io.everythingmcp.server.tenant.Tenant} has its own name, version, instructions and
 * selection of features, and static tokens. {@link io.everythingmcp.server.tenant.TenantRegistry}
 * stores all tenants, so that each instance has them, and publishes changes; subscribers apply them
 * to servers and sessions.
 *
 * <p>Tenants share nothing: {@link io.everythingmcp.server.tenant.TenantScopedStore} assigns each
 * tenant its own key prefix in the store, for sessions, logs, subscriptions, tasks and signals
 * alike. So isolation does not depend on the care of each caller.
 *
 * <p>Tokens are stored as SHA-256 and their first eight characters.
 */
package io.everythingmcp.server.tenant;
