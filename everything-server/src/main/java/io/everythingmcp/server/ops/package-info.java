/**
 * What operators look at: health now, management and metrics later.
 *
 * <p>Everything in here reads; nothing in here decides about a message of the protocol.
 */
package io.everythingmcp.server.ops;
