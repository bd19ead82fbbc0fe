package io.everythingmcp.idp.flow;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.http.IdpResponse;
import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.model.IdpUser;
import io.everythingmcp.idp.page.IdpPages;
import io.everythingmcp.idp.script.IdpScript;
import io.everythingmcp.idp.script.ScriptedLogin;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/**
 * The authorization endpoint. The login form contains the whole authorization request and is
 * submitted to the same URL, so nothing is stored until a user has logged in.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#AuthorizationEndpoint">OpenID
 *     Connect Core, section 3.1.2</a>
 */
final class IdpAuthorizationEndpoint implements IdpEndpoint {
  private final IdpSettings settings;
  private final AuthorizationRequestParser reader;
  private final AuthorizationRedirects back;
  private final LoginPages pages;
  private final IdpGrantStore grants;
  private final IdpBrowserSessionStore browsers;
  private final IdpScript script;
  private final InstantSource clock;

  IdpAuthorizationEndpoint(
      IdpSettings settings,
      IdpGrantStore grants,
      IdpBrowserSessionStore browsers,
      IdpPages pages,
      IdpScript script,
      InstantSource clock) {
    this.settings = settings;
    this.reader = new AuthorizationRequestParser(settings);
    this.back = new AuthorizationRedirects(settings, script);
    this.pages = new LoginPages(settings, pages);
    this.grants = grants;
    this.browsers = browsers;
    this.script = script;
    this.clock = clock;
  }

  @Override
  public Set<String> methods() {
    return Set.of("GET", "POST");
  }

  @Override
  public IdpResponse serve(IdpRequest http) {
    boolean post = http.method().equals("POST");
    ParsedAuthorizationRequest asked = reader.read(post ? http.form() : http.query());
    if (asked instanceof ParsedAuthorizationRequest.NotRedirectable invalid) {
      return pages.problem(400, invalid.title(), invalid.reason());
    }
    if (asked instanceof ParsedAuthorizationRequest.Wrongly wrongly) {
      return back.with(wrongly.redirectUri(), wrongly.state(), wrongly.error());
    }
    ParsedAuthorizationRequest.Properly proper = (ParsedAuthorizationRequest.Properly) asked;
    IdpBrowserSession browser = browsers.of(http);
    if (post && http.form().containsKey("decision")) {
      return submitted(proper, browser, http);
    }
    return script
        .takeLogin()
        .map(login -> scripted(proper, browser, login))
        .orElseGet(() -> fresh(proper, browser));
  }

  private IdpResponse scripted(
      ParsedAuthorizationRequest.Properly asked, IdpBrowserSession browser, ScriptedLogin login) {
    if (login instanceof ScriptedLogin.Refused refused) {
      return refuse(asked, new ErrorObject(refused.error()));
    }
    return login(asked, browser, ((ScriptedLogin.As) login).user());
  }

  private IdpResponse fresh(ParsedAuthorizationRequest.Properly asked, IdpBrowserSession browser) {
    if (!asked.silent()) {
      return pages.login(asked, browser);
    }
    SilentLogin silent = SilentLogin.of(asked.request(), browser, clock.instant());
    return silent
        .login()
        .map(login -> success(asked, login))
        .orElseGet(() -> refuse(asked, silent.error()));
  }

  private IdpResponse submitted(
      ParsedAuthorizationRequest.Properly asked, IdpBrowserSession browser, IdpRequest http) {
    if (!browser.owns(LoginFormInput.field(http.form(), "csrf"))) {
      return pages.problem(
          403,
          "The form has expired or cookies are disabled",
          "Start the sign-in again in the application, with cookies allowed for this site.");
    }
    return switch (LoginFormInput.field(http.form(), "decision")) {
      case "deny" ->
          refuse(
              asked, OAuth2Error.ACCESS_DENIED.setDescription("The user does not want to log in"));
      case "login" -> chosen(asked, browser, http);
      default ->
          pages.again(asked, browser, http.form(), Map.of("user", "Choose to log in, or not to."));
    };
  }

  private IdpResponse chosen(
      ParsedAuthorizationRequest.Properly asked, IdpBrowserSession browser, IdpRequest http) {
    LoginFormInput choice = LoginFormInput.of(settings, browser, http.form());
    return choice
        .user()
        .map(user -> login(asked, browser, user))
        .orElseGet(() -> pages.again(asked, browser, http.form(), choice.problems()));
  }

  private IdpResponse login(
      ParsedAuthorizationRequest.Properly asked, IdpBrowserSession browser, IdpUser user) {
    UserAuthentication login =
        new UserAuthentication(user, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    browsers.add(browser, login);
    return browser.keepingCookie(success(asked, login));
  }

  private IdpResponse success(ParsedAuthorizationRequest.Properly asked, UserAuthentication login) {
    AuthenticationRequest request = asked.request();
    String code =
        grants.code(
            new IdpGrant(
                asked.client().id(),
                request.getRedirectionURI().toString(),
                request.getScope(),
                request.getNonce() == null ? "" : request.getNonce().getValue(),
                AuthorizationRequestParser.challenge(request),
                login,
                Instant.MAX));
    return back.with(request.getRedirectionURI(), state(request), code);
  }

  private IdpResponse refuse(ParsedAuthorizationRequest.Properly asked, ErrorObject error) {
    return back.with(asked.request().getRedirectionURI(), state(asked.request()), error);
  }

  private static String state(AuthenticationRequest request) {
    return request.getState() == null ? "" : request.getState().getValue();
  }
}
