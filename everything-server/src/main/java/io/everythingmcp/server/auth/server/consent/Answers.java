package io.everythingmcp.server.auth.server.consent;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import io.everythingmcp.server.auth.server.endpoint.Replies;
import java.net.URI;

/**
 * Sends a person back to the client, with a code or an error. Either way it says who answers, so
 * that a client of several servers is not misled.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9207#section-2">RFC 9207, section 2</a>
 */
final class Answers {
  private final Issuer issuer;

  Answers(String issuer) {
    this.issuer = new Issuer(issuer);
  }

  HTTPResponse code(Ask ask, String code) {
    return Replies.seeOther(
        new AuthorizationSuccessResponse(
                URI.create(ask.redirectUri()),
                new AuthorizationCode(code),
                null,
                state(ask.state()),
                issuer,
                ResponseMode.QUERY)
            .toURI());
  }

  HTTPResponse error(Ask ask, ErrorObject error) {
    return error(ask.redirectUri(), ask.state(), error);
  }

  HTTPResponse error(String redirectUri, String state, ErrorObject error) {
    return Replies.seeOther(
        new AuthorizationErrorResponse(
                URI.create(redirectUri), error, state(state), issuer, ResponseMode.QUERY)
            .toURI());
  }

  private static State state(String text) {
    return text.isEmpty() ? null : new State(text);
  }
}
