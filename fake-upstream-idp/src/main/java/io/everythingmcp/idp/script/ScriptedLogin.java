package io.everythingmcp.idp.script;

import io.everythingmcp.idp.model.IdpUser;

/** How the next person who comes to the login page fares, without seeing it. */
public sealed interface ScriptedLogin {
  /** They are this user. */
  record As(IdpUser user) implements ScriptedLogin {}

  /** They are sent back with this error, such as {@code access_denied}. */
  record Refused(String error) implements ScriptedLogin {}
}
