/**
 * What was on the wire during a run: immutable records of requests and responses, in order, without
 * credentials. Rules look at nothing else.
 */
package io.everythingmcp.check.journal;
