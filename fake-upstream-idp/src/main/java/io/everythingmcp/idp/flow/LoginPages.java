package io.everythingmcp.idp.flow;

import io.everythingmcp.idp.http.IdpResponse;
import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.model.IdpUser;
import io.everythingmcp.idp.page.ErrorPageModel;
import io.everythingmcp.idp.page.IdpLoginPageModel;
import io.everythingmcp.idp.page.IdpPages;
import io.everythingmcp.idp.page.LoginPageUser;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Responses of the authorization endpoint with a page. */
final class LoginPages {
  private final IdpSettings settings;
  private final IdpPages pages;

  LoginPages(IdpSettings settings, IdpPages pages) {
    this.settings = settings;
    this.pages = pages;
  }

  IdpResponse problem(int status, String title, String reason) {
    return pages.problem(status, new ErrorPageModel(title, reason));
  }

  /** The login page without input. */
  IdpResponse login(ParsedAuthorizationRequest.Properly asked, IdpBrowserSession browser) {
    return show(200, asked, browser, Map.of(), Map.of());
  }

  /** The login page again, with the previous input and an error message for each invalid field. */
  IdpResponse again(
      ParsedAuthorizationRequest.Properly asked,
      IdpBrowserSession browser,
      Map<String, List<String>> form,
      Map<String, String> problems) {
    return show(400, asked, browser, form, problems);
  }

  private IdpResponse show(
      int status,
      ParsedAuthorizationRequest.Properly asked,
      IdpBrowserSession browser,
      Map<String, List<String>> form,
      Map<String, String> problems) {
    Map<String, String> hidden =
        asked.parameters().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, item -> item.getValue().get(0), (a, b) -> a, TreeMap::new));
    hidden.put("csrf", browser.ticket());
    URI back = asked.request().getRedirectionURI();
    List<LoginPageUser> users = users(browser);
    IdpLoginPageModel view =
        new IdpLoginPageModel(
            settings.at("/authorize").getRawPath(),
            asked.client().id(),
            origin(back),
            hidden,
            users,
            selected(users, SilentLogin.hint(asked.request()), LoginFormInput.field(form, "user")),
            LoginFormInput.field(form, "name"),
            LoginFormInput.field(form, "email"),
            problems);
    return browser.keepingCookie(pages.login(status, view));
  }

  /** The configured users, then the other users that logged in with this browser before. */
  private List<LoginPageUser> users(IdpBrowserSession browser) {
    List<IdpUser> before = browser.logins().stream().map(UserAuthentication::user).toList();
    List<LoginPageUser> all = new ArrayList<>();
    settings
        .users()
        .forEach(
            user ->
                all.add(
                    loginPageUser(
                        user, before.stream().anyMatch(u -> u.subject().equals(user.subject())))));
    before.stream()
        .filter(user -> settings.user(user.subject()).isEmpty())
        .forEach(user -> all.add(loginPageUser(user, true)));
    return all;
  }

  private static LoginPageUser loginPageUser(IdpUser user, boolean before) {
    return new LoginPageUser(user.subject(), user.name(), user.email(), before);
  }

  private static String selected(List<LoginPageUser> users, String hint, String chosen) {
    if (chosen.equals(IdpUser.NEW)
        || users.stream().anyMatch(user -> user.subject().equals(chosen))) {
      return chosen;
    }
    return users.stream()
        .filter(user -> user.subject().equals(hint) || user.email().equalsIgnoreCase(hint))
        .findFirst()
        .orElse(users.get(0))
        .subject();
  }

  private static String origin(URI uri) {
    return uri.getRawAuthority() == null || !Set.of("http", "https").contains(uri.getScheme())
        ? uri.getScheme() + ":"
        : uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
