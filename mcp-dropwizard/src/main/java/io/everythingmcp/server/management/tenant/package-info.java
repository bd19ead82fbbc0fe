/**
 * Tenant management for operators, under {@code /management/tenants}.
 *
 * <p>{@link io.everythingmcp.server.management.tenant.TenantAdmin} makes the changes and publishes
 * events; the resources only parse and render JSON. A change is in the store before the response is
 * sent, and reaches the other instances shortly afterwards.
 *
 * <p>A token is returned once, when it is created; afterwards only its first eight characters.
 */
package io.everythingmcp.server.management.tenant;
