package io.everythingmcp.server.authserver;

import io.everythingmcp.server.limit.RequestRate;

/**
 * Rate limits per address at an authorization server, in addition to those before it.
 *
 * @param pages requests of users
 * @param failed requests that fail before a user is involved
 * @param guesses wrong credentials
 */
public record ServerRates(RequestRate pages, RequestRate failed, RequestRate guesses) {}
