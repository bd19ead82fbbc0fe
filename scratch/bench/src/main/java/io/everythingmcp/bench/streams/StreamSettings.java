package io.everythingmcp.bench.streams;

import io.everythingmcp.bench.Options;

/** Times in seconds. */
record StreamSettings(int streams, int openPerSecond, int headerWait, int keepAlive, int warmUpCalls) {
    static StreamSettings from(Options options) {
        return new StreamSettings(
                options.number("streams", 5000),
                options.number("open-rate", 1000),
                options.number("header-wait", 10),
                options.number("keep-alive", 15),
                options.number("warmup", 50_000));
    }
}
