package io.everythingmcp.check.fault;

/** Rejections that require another token. */
final class ChallengeFaults {
  private ChallengeFaults() {}

  /** The token is valid, but lacks a scope. */
  static ReplacementResponse insufficientScope(RunCall call, FaultScene scene, String scope) {
    return ReplacementResponse.json(403, error(call, "The scope " + scope + " is required"))
        .with(
            "WWW-Authenticate",
            "Bearer error=\"insufficient_scope\", error_description=\"The token does not have the"
                + " scope that this tool requires\", resource_metadata=\""
                + scene.metadata()
                + "\", scope=\""
                + scope
                + "\"");
  }

  /** Returns a JSON-RPC error response to the request. */
  static String error(RunCall call, String message) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + (call.message().has("id") ? FaultDetails.write(call.message().get("id")) : "null")
        + ",\"error\":{\"code\":-32000,\"message\":\""
        + message
        + "\"}}";
  }
}
