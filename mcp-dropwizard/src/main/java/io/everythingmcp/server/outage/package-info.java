/**
 * How it is logged that something outside this process does not answer: one line when it goes, a
 * reminder each minute, one line when it is back, however often it is tried.
 */
package io.everythingmcp.server.outage;
