package io.everythingmcp.server.authserver;

import io.everythingmcp.server.limit.RequestRate;

/**
 * How often one address may do something at an authorization server, beside what is limited in
 * front of it.
 *
 * @param pages requests of people
 * @param failed requests that fail before a person is involved
 * @param guesses wrong credentials
 */
public record ServerRates(RequestRate pages, RequestRate failed, RequestRate guesses) {}
