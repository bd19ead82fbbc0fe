/**
 * Parts of a server that the application does not spell out: each class here puts together what
 * belongs to one concern of operators, and puts it on its paths.
 *
 * <p>{@link io.everythingmcp.server.assembly.ManagementApi} has everything below {@code
 * /management}, {@link io.everythingmcp.server.assembly.MetricsInstaller} the figures on the admin
 * port, {@link io.everythingmcp.server.assembly.TracingInstaller} spans for a collector, {@link
 * io.everythingmcp.server.assembly.RateLimitInstaller} the paths that are limited, {@link
 * io.everythingmcp.server.assembly.TenantOverrides} what a tenant has of what there is, and {@link
 * io.everythingmcp.server.assembly.StartupSummary} what is said about all of it at the start.
 *
 * <p>It sees everything but the application, which alone uses it; and neither era of the protocol.
 */
package io.everythingmcp.server.assembly;
