/**
 * Which parts a server has, and which of them a configuration needs.
 *
 * <p>An application adds each part as a bundle. {@link
 * io.everythingmcp.server.configuration.part.PartRules} names the first part that the configuration
 * needs and the application does not have, so that a server without it does not start.
 */
package io.everythingmcp.server.configuration.part;
