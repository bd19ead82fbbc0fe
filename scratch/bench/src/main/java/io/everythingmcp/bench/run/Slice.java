package io.everythingmcp.bench.run;

/** One server under load for some seconds; shares are of one core. */
record Slice(
        long calls,
        double seconds,
        double p50Millis,
        double p99Millis,
        double serverCpuSeconds,
        double compilerSeconds,
        double loadCpuSeconds,
        double foreignCpuSeconds,
        long errors,
        String firstError) {

    static Slice failed(Exception cause) {
        return new Slice(0, 1, 0, 0, 0, 0, 0, 0, 1, cause.toString());
    }

    double callsPerSecond() {
        return calls / seconds;
    }

    double serverMicrosPerCall() {
        return serverCpuSeconds * 1e6 / Math.max(1, calls);
    }

    double serverShare() {
        return serverCpuSeconds / seconds;
    }

    double compilerShare() {
        return compilerSeconds / seconds;
    }

    double loadShare() {
        return loadCpuSeconds / seconds;
    }

    double foreignShare() {
        return foreignCpuSeconds / seconds;
    }
}
