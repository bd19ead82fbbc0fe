package io.everythingmcp.server.authserver.token;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Content of an access token, in either format.
 *
 * @param grantId the id of the grant
 * @param clientId the client
 * @param subject the user
 * @param scopes its scopes
 * @param resources its resources
 * @param issued time of issue
 * @param expiry time of expiry
 */
public record IssuedAccessToken(
    String grantId,
    String clientId,
    String subject,
    Set<String> scopes,
    List<String> resources,
    Instant issued,
    Instant expiry) {}
