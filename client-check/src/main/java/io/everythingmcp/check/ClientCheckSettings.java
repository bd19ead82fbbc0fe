package io.everythingmcp.check;

/**
 * What the client check wants to know of the server in which it is.
 *
 * @param on whether there is anything under {@code /check}
 * @param baseUri the public URL of the server
 * @param managementToken of the management interface; empty for none
 * @param maxRequestSize how many bytes the body of a request may have
 */
public record ClientCheckSettings(
    boolean on, String baseUri, String managementToken, int maxRequestSize) {}
