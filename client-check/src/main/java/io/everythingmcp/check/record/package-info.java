/** Records requests and responses of runs in front of everything else, as they are on the wire. */
package io.everythingmcp.check.record;
