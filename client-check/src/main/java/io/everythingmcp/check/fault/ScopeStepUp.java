package io.everythingmcp.check.fault;

/**
 * Requires more scopes: the tool {@code addTool} requires one more, as on the ordinary server, and
 * {@code removeTool} is rejected for every token.
 */
final class ScopeStepUp implements RunFault {
  private static final String ADMIN = "mcp:read mcp:write mcp:admin";

  private boolean asked;

  @Override
  public void meet(RunCall call, FaultScene scene) {
    if (call.calls("removeTool") && call.token().isPresent()) {
      call.replaceResponse("P09", ChallengeFaults.insufficientScope(call, scene, ADMIN));
      scene.provoked("P09", call.n());
    } else if (call.calls("addTool")) {
      call.look(
          response -> {
            if (response.status() == 403 && !asked) {
              asked = true;
              call.fault("P08");
              scene.provoked("P08", call.n());
            }
          });
    }
  }
}
