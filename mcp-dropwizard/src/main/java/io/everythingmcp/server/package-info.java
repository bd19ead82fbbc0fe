/**
 * Application, bundles and their composition.
 *
 * <p>{@link io.everythingmcp.server.McpServerBundle} is the bundle that an application installs.
 * {@link io.everythingmcp.server.McpServerFactory} creates a server from features, eras and
 * configuration; {@link io.everythingmcp.server.McpBundle} serves it on the paths of a Dropwizard
 * application. To write a server, start with an application like this one and your own features.
 *
 * <p>This is the only package that depends on both eras of the protocol.
 */
package io.everythingmcp.server;
