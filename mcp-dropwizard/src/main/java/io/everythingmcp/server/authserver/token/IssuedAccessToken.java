package io.everythingmcp.server.authserver.token;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What an access token says, in whichever form.
 *
 * @param installation the id of the grant that it came of
 * @param clientId who may act
 * @param subject for whom
 * @param scopes what for
 * @param resources where
 * @param issued since when
 * @param expiry until when
 */
public record IssuedAccessToken(
    String installation,
    String clientId,
    String subject,
    Set<String> scopes,
    List<String> resources,
    Instant issued,
    Instant expiry) {}
