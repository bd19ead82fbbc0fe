package io.everythingmcp.bench.streams;

/** The stages that the verdict is made from, in the order of time. */
record StreamStages(Stage start, Stage sessions, Stage streams, Stage gone, Stage deleted) {}
