package io.everythingmcp.idp.page;

/**
 * A user on the login page.
 *
 * @param before whether this user logged in with this browser before
 */
public record LoginPageUser(String subject, String name, String email, boolean before) {
  /** The initial, shown instead of a picture. */
  public String initial() {
    return new String(Character.toChars(Character.toTitleCase(name.strip().codePointAt(0))));
  }
}
