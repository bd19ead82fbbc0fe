package io.everythingmcp.check.fault;

/** Rejections that require another token. */
final class ChallengeFaults {
  private ChallengeFaults() {}

  /** The token is good, and has too few scopes. */
  static InsteadAnswer insufficientScope(RunCall call, FaultScene scene, String scope) {
    return InsteadAnswer.json(403, error(call, "The scope " + scope + " is needed"))
        .with(
            "WWW-Authenticate",
            "Bearer error=\"insufficient_scope\", error_description=\"The token does not have the"
                + " scope that this tool needs\", resource_metadata=\""
                + scene.metadata()
                + "\", scope=\""
                + scope
                + "\"");
  }

  /** A JSON-RPC error that answers the request. */
  static String error(RunCall call, String message) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + (call.message().has("id") ? FaultDetails.write(call.message().get("id")) : "null")
        + ",\"error\":{\"code\":-32000,\"message\":\""
        + message
        + "\"}}";
  }
}
