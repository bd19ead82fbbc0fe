/**
 * The client check: one URL for any client, with a report for its author of what conforms to the
 * specification and what does not.
 */
package io.everythingmcp.check;
