package io.everythingmcp.server.authserver.endpoint;

import java.time.Duration;

/**
 * Lifetimes.
 *
 * @param pending pending authorization requests
 * @param code authorization codes
 * @param accessToken access tokens
 * @param refreshToken refresh tokens and their grants, after the last refresh
 * @param refreshReuse time in which the response to a refresh token is repeated; zero for never
 * @param client dynamic registrations, after the last use
 * @param consent stored consents, after the last use
 * @param login login sessions of browsers
 * @param key time for which a key signs; it verifies until the signed tokens expire
 */
public record CredentialLifetimes(
    Duration pending,
    Duration code,
    Duration accessToken,
    Duration refreshToken,
    Duration refreshReuse,
    Duration client,
    Duration consent,
    Duration login,
    Duration key) {}
