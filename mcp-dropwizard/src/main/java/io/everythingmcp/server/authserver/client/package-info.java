/**
 * Clients and their authentication.
 *
 * <p>A client is pre-registered by the operator, registered dynamically (RFC 7591), or identified
 * by the URL of a client ID metadata document. All become an {@link
 * io.everythingmcp.server.authserver.client.OAuthClient}. Metadata of untrusted clients is checked
 * by {@link io.everythingmcp.server.authserver.client.MetadataRules}; redirect URIs by {@link
 * io.everythingmcp.server.authserver.client.RedirectUriResolver}.
 *
 * <p>Fetching an untrusted URL is the most dangerous operation of this server: see {@link
 * io.everythingmcp.server.authserver.client.DocumentFetcher}.
 *
 * <p>Used by the endpoints; depends on the store and not on tokens.
 */
package io.everythingmcp.server.authserver.client;
