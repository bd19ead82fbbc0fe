/**
 * Observation for operators: health, statistics and warnings; management, metrics, traces and logs
 * in the packages below.
 *
 * <p>This package only reads; it does not process protocol messages.
 */
package io.everythingmcp.server.observation;
