package io.everythingmcp.check.journal;

/** One header field as it was sent, the name in the case of the sender. */
public record RecordedHeader(String name, String value) {}
