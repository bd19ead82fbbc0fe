package io.everythingmcp.bench.streams;

import io.everythingmcp.bench.client.Latencies;

/** What has happened to the streams so far; written by the swarm's thread, read by others. */
final class SwarmCount {
    private final Latencies headers = new Latencies();
    private int refused;
    private int commented;
    private int closedByServer;
    private int failures;
    private String firstFailure = "";

    synchronized void headersAfter(long nanos) {
        headers.record(nanos);
    }

    synchronized void refused(String answer) {
        refused++;
        remember(answer);
    }

    synchronized void commented() {
        commented++;
    }

    synchronized void closedByServer() {
        closedByServer++;
    }

    synchronized void failed(Exception cause) {
        failures++;
        remember(cause.toString());
    }

    private void remember(String failure) {
        firstFailure = firstFailure.isEmpty() ? failure : firstFailure;
    }

    synchronized long withHeaders() {
        return headers.total();
    }

    synchronized double headersMillis(double share) {
        return headers.millis(share);
    }

    synchronized int withComment() {
        return commented;
    }

    synchronized int lost() {
        return refused + closedByServer + failures;
    }

    synchronized String losses() {
        return "refused " + refused + ", closed by the server " + closedByServer + ", failed " + failures
                + (firstFailure.isEmpty() ? "" : ", first: " + firstFailure);
    }
}
