/**
 * Which people may log in at the authorization server, and which scopes they may give to clients,
 * as it is written in {@code config.yml}.
 */
package io.everythingmcp.server.configuration.access;
