/**
 * Application, bundle and its composition.
 *
 * <p>{@link io.everythingmcp.server.McpServerBundle} is the only bundle that an application
 * installs. {@code ServerParts} composes its parts and installs them in the order in which requests
 * pass them: the endpoints, pages, operations, the authorization server, authentication, and
 * tenants. {@code McpServerFactory} creates the default server, the servers of tenants and mounted
 * servers from the features, the installed eras and the configuration.
 *
 * <p>Eras are found as providers ({@link io.everythingmcp.server.protocol.EraProvider}); no class
 * here depends on one of them. {@link io.everythingmcp.server.PerTokenServer} and {@link
 * io.everythingmcp.server.ServerBeside} are servers without a Dropwizard command: for Java
 * programs, and for the runs of the client check.
 */
package io.everythingmcp.server;
