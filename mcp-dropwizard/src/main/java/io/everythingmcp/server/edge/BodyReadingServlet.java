package io.everythingmcp.server.edge;

/**
 * A servlet that reads bodies by {@link RequestBody} itself, because headers alone decide some of
 * its refusals. In front of every other servlet there is a {@link BodyFilter}.
 */
public interface BodyReadingServlet {}
