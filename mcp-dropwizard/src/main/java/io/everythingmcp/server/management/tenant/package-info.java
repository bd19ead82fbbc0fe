/**
 * Tenants as operators see and change them, under {@code /management/tenants}.
 *
 * <p>{@link io.everythingmcp.server.management.tenant.TenantAdmin} does it and tells events; the
 * resources only read and write JSON. A change is in the store when the answer comes, and known to
 * the other instances a moment later.
 *
 * <p>A token is shown once, when it is made; afterwards its first eight characters stand for it.
 */
package io.everythingmcp.server.management.tenant;
