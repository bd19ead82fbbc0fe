/**
 * Servers in addition to the default server, in {@code config.yml}: tenants, and servers on
 * additional paths. Their features have the format of {@code POST /management/tenants}, so they are
 * kept unparsed and parsed where the features are available.
 */
package io.everythingmcp.server.configuration.tenant;
