package io.everythingmcp.check;

/**
 * Settings of the client check from its server.
 *
 * @param on whether {@code /check} is enabled
 * @param baseUri the public URL of the server
 * @param managementToken of the management API; empty for none
 * @param maxRequestSize maximum size of a request body in bytes
 */
public record ClientCheckSettings(
    boolean on, String baseUri, String managementToken, int maxRequestSize) {}
