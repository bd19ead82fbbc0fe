/** Runs of the client check: what a run is, its preset, its server, and where it is kept. */
package io.everythingmcp.check.run;
