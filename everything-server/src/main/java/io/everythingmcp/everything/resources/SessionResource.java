package io.everythingmcp.everything.resources;

import io.everythingmcp.api.FeatureStorage;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A text that was kept for one session, or for one caller where there are no sessions.
 *
 * @param handle its name and a part that cannot be guessed, because where resources cannot be
 *     listed the URI is all there is
 * @param text what is in it
 */
public record SessionResource(String handle, String text) {
  static final String URI = "test://session/resource/";

  private static final String KEY = "resource.";
  private static final int RANDOM = UUID.randomUUID().toString().length() + 1;

  /** A new one; the name may hold only what needs no escape in a URI, and no {@code ..}. */
  public static SessionResource named(String name, String text) {
    return new SessionResource(name + "-" + UUID.randomUUID(), text);
  }

  /** Keeps it. */
  public void keep(FeatureStorage scope) {
    scope.put(KEY + handle, text);
  }

  /** How to read it. */
  public McpSchema.Resource definition() {
    return McpSchema.Resource.builder(URI + handle, handle.substring(0, handle.length() - RANDOM))
        .description("Made by createSessionResource")
        .mimeType("text/plain")
        .build();
  }

  /** Returns the listed resources without their texts. */
  public static List<SessionResource> listed(FeatureStorage scope) {
    return scope.keys(KEY).stream()
        .map(name -> new SessionResource(name.substring(KEY.length()), ""))
        .toList();
  }

  static Optional<SessionResource> find(FeatureStorage scope, String handle) {
    return scope.get(KEY + handle).map(text -> new SessionResource(handle, text));
  }
}
