package io.everythingmcp.server.authserver;

/**
 * Enabled features.
 *
 * @param registration dynamic client registration
 * @param documents client ID metadata documents
 * @param jwt whether access tokens are JWTs
 * @param introspection token introspection
 */
record EnabledFeatures(
    boolean registration, boolean documents, boolean jwt, boolean introspection) {}
