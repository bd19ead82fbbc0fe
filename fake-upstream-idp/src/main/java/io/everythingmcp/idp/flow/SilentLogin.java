package io.everythingmcp.idp.flow;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCError;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request with {@code prompt=none}: the user that logged in with this browser before is still
 * logged in, if there is exactly one.
 *
 * @param login the login; empty if the page would have to be shown
 * @param error the error code for that case
 */
record SilentLogin(Optional<UserAuthentication> login, ErrorObject error) {
  static SilentLogin of(AuthenticationRequest request, IdpBrowserSession browser, Instant now) {
    String wanted = hint(request);
    List<UserAuthentication> candidates =
        browser.logins().stream()
            .filter(login -> wanted.isEmpty() || named(login, wanted))
            .filter(login -> fresh(login, request.getMaxAge(), now))
            .toList();
    if (candidates.size() == 1) {
      return new SilentLogin(Optional.of(candidates.get(0)), null);
    }
    return new SilentLogin(
        Optional.empty(),
        candidates.isEmpty() ? OIDCError.LOGIN_REQUIRED : OIDCError.ACCOUNT_SELECTION_REQUIRED);
  }

  /** The user hint of a request: a subject or an e-mail address; empty without a hint. */
  static String hint(AuthenticationRequest request) {
    JWT token = request.getIDTokenHint();
    try {
      // Not verified: it only chooses among those who logged in in this browser.
      if (token != null && token.getJWTClaimsSet().getSubject() != null) {
        return token.getJWTClaimsSet().getSubject();
      }
    } catch (ParseException e) {
      return "";
    }
    return request.getLoginHint() == null ? "" : request.getLoginHint();
  }

  private static boolean named(UserAuthentication login, String hint) {
    return login.user().subject().equals(hint) || login.user().email().equalsIgnoreCase(hint);
  }

  private static boolean fresh(UserAuthentication login, int maxAge, Instant now) {
    return maxAge < 0 || !login.at().plusSeconds(maxAge).isBefore(now);
  }
}
