/**
 * Parts of a server below the level of the application: each class assembles one operational
 * concern and installs it.
 *
 * <p>{@link io.everythingmcp.server.assembly.ManagementApi} installs {@code /management}, {@link
 * io.everythingmcp.server.assembly.MetricsInstaller} the metrics on the admin port, {@link
 * io.everythingmcp.server.assembly.TracingInstaller} spans for a collector, {@link
 * io.everythingmcp.server.assembly.RateLimitInstaller} the rate limits, {@link
 * io.everythingmcp.server.assembly.TenantOverrides} the selection of a tenant, and {@link
 * io.everythingmcp.server.assembly.StartupSummary} the summary at startup.
 *
 * <p>It depends on all packages except the application, which alone uses it, and the two eras of
 * the protocol.
 */
package io.everythingmcp.server.assembly;
