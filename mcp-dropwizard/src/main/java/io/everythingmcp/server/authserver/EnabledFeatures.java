package io.everythingmcp.server.authserver;

/**
 * What is switched on.
 *
 * @param registration whether clients may register themselves
 * @param documents whether a client id may be the address of a document
 * @param jwt whether access tokens are JWT
 * @param introspection whether somebody may introspect
 */
record EnabledFeatures(
    boolean registration, boolean documents, boolean jwt, boolean introspection) {}
