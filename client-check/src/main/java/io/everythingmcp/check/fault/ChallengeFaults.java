package io.everythingmcp.check.fault;

/** Rejections that require another token. */
final class ChallengeFaults {
  private ChallengeFaults() {}

  /** The token is valid, but lacks a scope. */
  static ReplacementResponse insufficientScope(RunCall call, FaultScene scene, String scope) {
    return ReplacementResponse.error(403, call, -32000, "The scope " + scope + " is required")
        .with(
            "WWW-Authenticate",
            "Bearer error=\"insufficient_scope\", error_description=\"The token does not have the"
                + " scope that this tool requires\", resource_metadata=\""
                + scene.metadata()
                + "\", scope=\""
                + scope
                + "\"");
  }
}
