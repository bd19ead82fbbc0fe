/** Deliberate faults of a run in requests and responses, in front of the server. */
package io.everythingmcp.check.fault;
