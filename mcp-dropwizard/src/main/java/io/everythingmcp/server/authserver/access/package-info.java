/**
 * Access rules of the operator: which users may log in, and which scopes they may grant to clients,
 * based on the claims of the provider.
 */
package io.everythingmcp.server.authserver.access;
