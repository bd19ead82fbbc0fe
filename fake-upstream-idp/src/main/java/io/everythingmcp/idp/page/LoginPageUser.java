package io.everythingmcp.idp.page;

/**
 * Somebody to choose on the login page.
 *
 * @param before whether they logged in with this browser before
 */
public record LoginPageUser(String subject, String name, String email, boolean before) {
  /** What stands for a picture. */
  public String initial() {
    return new String(Character.toChars(Character.toTitleCase(name.strip().codePointAt(0))));
  }
}
