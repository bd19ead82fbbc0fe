/**
 * Which applications may ask for tokens, and how they show who they are.
 *
 * <p>A client is known in one of three ways: the operator wrote it down, it registered itself (RFC
 * 7591), or its id is the address of a document about it. Whichever way, it becomes one record,
 * {@link io.everythingmcp.server.authserver.client.OAuthClient}. What strangers say about
 * themselves is checked by {@link io.everythingmcp.server.authserver.client.MetadataRules}; where
 * people may be sent back to, by {@link
 * io.everythingmcp.server.authserver.client.RedirectUriResolver}.
 *
 * <p>Fetching an address that a stranger gave is what this server must be most careful with: see
 * {@link io.everythingmcp.server.authserver.client.DocumentFetcher}.
 *
 * <p>Used by the endpoints beside it; sees the store and nothing of tokens.
 */
package io.everythingmcp.server.authserver.client;
