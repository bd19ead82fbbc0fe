package io.everythingmcp.bench.client;

import java.util.Arrays;

/** A histogram from 1 microsecond up, exact to 2 %. */
public final class Latencies {
    private static final int EXACT = 128;
    private static final int PER_DOUBLING = 64;
    private static final int DOUBLINGS = 24;

    private final long[] counts = new long[EXACT + PER_DOUBLING * DOUBLINGS];
    private long total;

    public void record(long nanos) {
        counts[Math.min(bucket(nanos / 1000), counts.length - 1)]++;
        total++;
    }

    public long total() {
        return total;
    }

    public void clear() {
        Arrays.fill(counts, 0);
        total = 0;
    }

    /** @param share 0.5 for the median, 1 for the maximum */
    public double millis(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= rank) {
                return lowest(bucket) / 1000.0;
            }
        }
        return 0;
    }

    private static int bucket(long micros) {
        if (micros < EXACT) {
            return (int) Math.max(0, micros);
        }
        int doubling = 63 - Long.numberOfLeadingZeros(micros) - 6;
        return EXACT + (doubling - 1) * PER_DOUBLING + (int) (micros >> doubling) - PER_DOUBLING;
    }

    private static long lowest(int bucket) {
        if (bucket < EXACT) {
            return bucket;
        }
        int doubling = (bucket - EXACT) / PER_DOUBLING + 1;
        long mantissa = (bucket - EXACT) % PER_DOUBLING + PER_DOUBLING;
        return mantissa << doubling;
    }
}
