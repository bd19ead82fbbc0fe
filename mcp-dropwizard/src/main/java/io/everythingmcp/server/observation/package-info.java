/**
 * What operators look at: health, figures, and warnings; management, metrics, traces and logs in
 * packages below.
 *
 * <p>Everything in here reads; nothing in here decides about a message of the protocol.
 */
package io.everythingmcp.server.observation;
