package io.everythingmcp.idp.script;

import java.util.Arrays;
import java.util.Optional;

/** The endpoints of an OpenID provider. */
public enum IdpRoute {
  AUTHORIZE("/authorize"),
  TOKEN("/token"),
  USERINFO("/userinfo"),
  JWKS("/jwks"),
  DISCOVERY("/.well-known/openid-configuration");

  private final String path;

  IdpRoute(String path) {
    this.path = path;
  }

  /** Where it is, below the issuer. */
  public String path() {
    return path;
  }

  /** The endpoint at a path. */
  public static Optional<IdpRoute> at(String path) {
    return Arrays.stream(values()).filter(route -> route.path.equals(path)).findFirst();
  }
}
