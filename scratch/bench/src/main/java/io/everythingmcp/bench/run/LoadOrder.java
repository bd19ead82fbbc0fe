package io.everythingmcp.bench.run;

/**
 * What the load generator is to do once.
 *
 * @param tool which tool to call
 * @param calls stop after this many calls (warm-up) if above 0, else measure
 * @param millis how long to measure, in milliseconds
 */
record LoadOrder(int port, long serverPid, int connections, String tool, long calls, long millis) {}
