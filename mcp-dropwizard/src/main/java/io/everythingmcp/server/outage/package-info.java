/**
 * Logs that a dependency outside this process is unreachable: one line at the first failed attempt,
 * a reminder each minute, and one line when it is reachable again, regardless of the number of
 * attempts.
 */
package io.everythingmcp.server.outage;
