package io.everythingmcp.idp.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody one can log in as.
 *
 * @param subject what ID tokens call them in {@code sub}: letters, digits and {@code . _ @ -}, up
 *     to 64
 * @param name their name, up to 60 characters
 * @param email their address
 */
public record IdpUser(String subject, String name, String email) {
  private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cf}]{1,60}");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"\\p{Cc}]{1,64}@[^\\s@<>\"\\p{Cc}]{1,190}");

  /** What the form sends instead of a subject when a person makes up somebody. */
  public static final String NEW = "new";

  public IdpUser {
    require(SUBJECT.matcher(subject).matches() && !subject.equals(NEW), "subject", subject);
    require(isName(name), "name", name);
    require(isEmail(email), "email", email);
  }

  private static void require(boolean right, String what, String value) {
    if (!right) {
      throw new IllegalArgumentException("Not a usable " + what + " of a user: " + value);
    }
  }

  /** Whether this can be a name. */
  public static boolean isName(String text) {
    return !text.isBlank() && NAME.matcher(text).matches();
  }

  /** Whether this looks like an e-mail address. */
  public static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  /** Those who are there when nobody says otherwise. */
  public static List<IdpUser> usual() {
    return List.of(
        new IdpUser("alice", "Alice Adams", "alice@example.com"),
        new IdpUser("bob", "Bob Brown", "bob@example.com"),
        new IdpUser("carol", "Carol Clark", "carol@example.com"),
        new IdpUser("dave", "Dave Davis", "dave@example.com"));
  }
}
