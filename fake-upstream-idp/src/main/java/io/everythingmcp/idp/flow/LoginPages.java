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

/** What people see on the way. */
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

  /** The page as it comes first. */
  IdpResponse login(ParsedAuthorizationRequest.Properly asked, IdpBrowserSession browser) {
    return show(200, asked, browser, Map.of(), Map.of());
  }

  /** The page again, with what was entered and what is wrong with it. */
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
    List<LoginPageUser> people = people(browser);
    IdpLoginPageModel view =
        new IdpLoginPageModel(
            settings.at("/authorize").getRawPath(),
            asked.client().id(),
            origin(back),
            hidden,
            people,
            selected(people, SilentLogin.hint(asked.request()), LoginFormInput.field(form, "user")),
            LoginFormInput.field(form, "name"),
            LoginFormInput.field(form, "email"),
            problems);
    return browser.keepingCookie(pages.login(status, view));
  }

  /** Who was here before comes first, so that a made-up user is not lost at the end. */
  private List<LoginPageUser> people(IdpBrowserSession browser) {
    List<IdpUser> before = browser.logins().stream().map(UserAuthentication::user).toList();
    List<LoginPageUser> all = new ArrayList<>();
    settings
        .users()
        .forEach(
            user ->
                all.add(
                    person(
                        user, before.stream().anyMatch(u -> u.subject().equals(user.subject())))));
    before.stream()
        .filter(user -> settings.user(user.subject()).isEmpty())
        .forEach(user -> all.add(person(user, true)));
    return all;
  }

  private static LoginPageUser person(IdpUser user, boolean before) {
    return new LoginPageUser(user.subject(), user.name(), user.email(), before);
  }

  private static String selected(List<LoginPageUser> people, String hint, String chosen) {
    if (chosen.equals(IdpUser.NEW) || people.stream().anyMatch(p -> p.subject().equals(chosen))) {
      return chosen;
    }
    return people.stream()
        .filter(person -> person.subject().equals(hint) || person.email().equalsIgnoreCase(hint))
        .findFirst()
        .orElse(people.get(0))
        .subject();
  }

  private static String origin(URI uri) {
    return uri.getRawAuthority() == null || !Set.of("http", "https").contains(uri.getScheme())
        ? uri.getScheme() + ":"
        : uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
