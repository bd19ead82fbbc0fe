package io.everythingmcp.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Client capability that a server must check before it sends the corresponding request.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle#capability-negotiation">Capability
 *     negotiation</a>
 */
public enum ClientCapability {
  /** Sampling. */
  SAMPLING("sampling", null),
  /** Sampling with tools. */
  SAMPLING_TOOLS("sampling", "tools"),
  /** Sampling with {@code includeContext}. */
  SAMPLING_CONTEXT("sampling", "context"),
  /** Form mode elicitation. */
  ELICITATION_FORM("elicitation", "form"),
  /** URL mode elicitation. */
  ELICITATION_URL("elicitation", "url"),
  /** Root directories. */
  ROOTS("roots", null);

  private final String name;
  private final @Nullable String part;

  ClientCapability(String name, @Nullable String part) {
    this.name = name;
    this.part = part;
  }

  /**
   * Checks whether the capability is among the declared ones. An empty {@code "elicitation": {}}
   * means form mode.
   *
   * @param declared the {@code capabilities} object of the client
   * @return whether the capability is declared
   */
  public boolean declaredIn(Map<String, Object> declared) {
    Object whole = declared.get(name);
    if (!(whole instanceof Map<?, ?> parts)) {
      return false;
    }
    return part == null || parts.containsKey(part) || (this == ELICITATION_FORM && parts.isEmpty());
  }

  /** {@return the {@code capabilities} object that a client declares for this capability} */
  public Map<String, Object> toCapabilityObject() {
    return Map.of(name, part == null ? Map.of() : Map.of(part, Map.of()));
  }

  /** {@return the dotted name of the capability, for example {@code elicitation.url}} */
  public String label() {
    return part == null ? name : name + "." + part;
  }
}
