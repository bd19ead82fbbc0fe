package io.everythingmcp.idp.flow;

import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.model.IdpUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The input of the login page.
 *
 * @param user the user; empty if the input is invalid
 * @param problems the error message of each invalid field
 */
record LoginFormInput(Optional<IdpUser> user, Map<String, String> problems) {
  private static final int DIGITS = 12;

  static LoginFormInput of(
      IdpSettings settings, IdpBrowserSession browser, Map<String, List<String>> form) {
    String chosen = field(form, "user");
    if (chosen.equals(IdpUser.NEW)) {
      return someoneNew(settings, field(form, "name").strip(), field(form, "email").strip());
    }
    Optional<IdpUser> known =
        settings
            .user(chosen)
            .or(
                () ->
                    browser.logins().stream()
                        .map(UserAuthentication::user)
                        .filter(user -> user.subject().equals(chosen))
                        .findFirst());
    return new LoginFormInput(
        known, known.isPresent() ? Map.of() : Map.of("user", "Select a user from this list."));
  }

  private static LoginFormInput someoneNew(IdpSettings settings, String name, String email) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (!IdpUser.isName(name)) {
      problems.put("name", "Enter a name, of up to 60 characters.");
    }
    if (!IdpUser.isEmail(email)) {
      problems.put("email", "Enter an e-mail address, such as zoe@example.com.");
    }
    settings.users().stream()
        .filter(user -> user.email().equalsIgnoreCase(email))
        .findFirst()
        .ifPresent(
            user ->
                problems.put(
                    "email", "This is the address of " + user.name() + ", who is in the list."));
    return problems.isEmpty()
        ? new LoginFormInput(Optional.of(new IdpUser(subject(email), name, email)), Map.of())
        : new LoginFormInput(Optional.empty(), problems);
  }

  /** The same address is the same person, whichever browser it is typed into. */
  private static String subject(String email) {
    return "user-" + IdpSecrets.digest(email.toLowerCase(Locale.ROOT)).substring(0, DIGITS);
  }

  /** A field of a form; of several with one name the first. */
  static String field(Map<String, List<String>> form, String name) {
    return Optional.ofNullable(form.get(name))
        .flatMap(values -> values.stream().findFirst())
        .orElse("");
  }
}
