/**
 * Access rules in {@code config.yml}: users who may log in at the authorization server, and scopes
 * that they may grant to clients.
 */
package io.everythingmcp.server.configuration.access;
