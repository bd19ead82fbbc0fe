package io.everythingmcp.bench.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentilesAreExactToTwoPercent() {
        Latencies latencies = new Latencies();
        for (int micros = 1; micros <= 100_000; micros++) {
            latencies.record(micros * 1000L);
        }
        assertEquals(50, latencies.millis(0.5), 1);
        assertEquals(99, latencies.millis(0.99), 2);
        assertEquals(100, latencies.millis(1), 2);
        assertEquals(100_000, latencies.total());
    }

    @Test
    void smallValuesAreExact() {
        Latencies latencies = new Latencies();
        latencies.record(17_000);
        assertEquals(0.017, latencies.millis(0.5));
    }

    @Test
    void nothingRecordedIsZero() {
        assertEquals(0, new Latencies().millis(0.5));
    }
}
