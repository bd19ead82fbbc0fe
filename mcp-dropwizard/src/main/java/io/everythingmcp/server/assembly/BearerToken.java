package io.everythingmcp.server.assembly;

import io.everythingmcp.server.tenant.Tenant;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * A static token, and what it stands for.
 *
 * @param tenant has this token alone, and is called like it
 * @param definition what its server is
 */
public record BearerToken(Tenant tenant, Supplier<ServerDefinition> definition) {

  /**
   * A token under a name.
   *
   * @throws IllegalArgumentException if the name is invalid or the definition is null
   */
  public static BearerToken of(String name, String token, Supplier<ServerDefinition> definition) {
    if (definition == null) {
      throw new IllegalArgumentException("definition is null; it must supply a server definition");
    }
    Tenant.Token kept = Tenant.Token.of(name, token);
    return new BearerToken(Tenant.named(name).withTokens(List.of(kept)), definition);
  }

  /** What it is called. */
  public String name() {
    return tenant.id();
  }

  /** Its first eight characters. */
  public String hint() {
    return token().hint();
  }

  /** The token as it is kept. */
  public Tenant.Token token() {
    return tenant.tokens().get(0);
  }

  /**
   * Returns the readable form: the name, if it has one or its first characters are not unique.
   *
   * @param hints first characters of all tokens
   */
  public String shown(List<String> hints) {
    boolean named = !name().equals(Tenant.Token.nameOf(token()));
    return named || Collections.frequency(hints, hint()) > 1 ? name() : hint();
  }
}
