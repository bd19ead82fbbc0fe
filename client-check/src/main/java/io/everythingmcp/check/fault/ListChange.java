package io.everythingmcp.check.fault;

/** Notes that the list of tools changes, which the ordinary server does when a tool is added. */
final class ListChange implements RunFault {
  @Override
  public void meet(RunCall call, FaultScene scene) {
    if (call.calls("addTool") || call.calls("removeTool")) {
      scene.provoked("P30", call.n(), FaultDetails.of("list", "tools"));
    }
  }
}
