package io.everythingmcp.api;

import java.util.Map;

/**
 * Something only a client that declares it can be asked for.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle#capability-negotiation">Capability
 *     negotiation</a>
 */
public enum ClientCapability {
  SAMPLING("sampling", null),
  SAMPLING_TOOLS("sampling", "tools"),
  SAMPLING_CONTEXT("sampling", "context"),
  ELICITATION_FORM("elicitation", "form"),
  ELICITATION_URL("elicitation", "url"),
  ROOTS("roots", null);

  private final String name;
  private final String part;

  ClientCapability(String name, String part) {
    this.name = name;
    this.part = part;
  }

  /**
   * Whether it is among the declared ones. {@code "elicitation": {}} means forms, as the
   * specification says.
   */
  public boolean declaredIn(Map<String, Object> declared) {
    Object whole = declared.get(name);
    if (!(whole instanceof Map<?, ?> parts)) {
      return false;
    }
    return part == null || parts.containsKey(part) || (this == ELICITATION_FORM && parts.isEmpty());
  }

  /** The shape a client would have to declare. */
  public Map<String, Object> toCapabilityObject() {
    return Map.of(name, part == null ? Map.of() : Map.of(part, Map.of()));
  }

  /** How people name it: {@code elicitation.url}. */
  public String label() {
    return part == null ? name : name + "." + part;
  }
}
