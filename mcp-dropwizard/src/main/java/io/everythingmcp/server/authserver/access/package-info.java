/**
 * Which people may log in, and which scopes they may give to clients: the choice of the operator of
 * this server, applied to what the provider says about a person.
 */
package io.everythingmcp.server.authserver.access;
