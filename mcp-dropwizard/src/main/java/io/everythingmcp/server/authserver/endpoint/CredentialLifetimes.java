package io.everythingmcp.server.authserver.endpoint;

import java.time.Duration;

/**
 * How long things live.
 *
 * @param pending a request that waits for a person
 * @param code an authorization code
 * @param accessToken an access token
 * @param refreshToken a refresh token and its grant, from the last refresh on
 * @param refreshReuse how long the answer to a refresh token is given again; zero for never
 * @param client a dynamic registration, from its last use on
 * @param consent what a person agreed to, from the last time on
 * @param login how long a browser is known to belong to a person
 * @param key how long a key signs; it verifies for as long as tokens signed with it may live
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
