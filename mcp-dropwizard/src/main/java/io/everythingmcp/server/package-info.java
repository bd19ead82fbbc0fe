/**
 * The application, and how its parts are put together.
 *
 * <p>{@link io.everythingmcp.server.McpServerBundle} is what an application installs. {@link
 * io.everythingmcp.server.McpServerFactory} makes a server from features, eras and configuration;
 * {@link io.everythingmcp.server.McpBundle} puts it on the paths of a Dropwizard application. To
 * start your own server, write an application like this one with features of your own.
 *
 * <p>This is the only package that names both eras of the protocol.
 */
package io.everythingmcp.server;
