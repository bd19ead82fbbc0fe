package io.everythingmcp.idp.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A user.
 *
 * @param subject the {@code sub} of ID tokens: letters, digits and {@code . _ @ -}, up to 64
 * @param name the display name, up to 60 characters
 * @param email the e-mail address
 */
public record IdpUser(String subject, String name, String email) {
  private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cf}]{1,60}");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"\\p{Cc}]{1,64}@[^\\s@<>\"\\p{Cc}]{1,190}");

  /** The value that the form sends instead of a subject for a new user. */
  public static final String NEW = "new";

  public IdpUser {
    require(SUBJECT.matcher(subject).matches() && !subject.equals(NEW), "subject", subject);
    require(isName(name), "name", name);
    require(isEmail(email), "email", email);
  }

  private static void require(boolean right, String what, String value) {
    if (!right) {
      throw new IllegalArgumentException("Invalid " + what + " of a user: " + value);
    }
  }

  /** Returns whether this is a valid display name. */
  public static boolean isName(String text) {
    return !text.isBlank() && NAME.matcher(text).matches();
  }

  /** Returns whether this is a valid e-mail address, by its form. */
  public static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  /** The default users. */
  public static List<IdpUser> defaults() {
    return List.of(
        new IdpUser("alice", "Alice Adams", "alice@example.com"),
        new IdpUser("bob", "Bob Brown", "bob@example.com"),
        new IdpUser("carol", "Carol Clark", "carol@example.com"),
        new IdpUser("dave", "Dave Davis", "dave@example.com"));
  }
}
