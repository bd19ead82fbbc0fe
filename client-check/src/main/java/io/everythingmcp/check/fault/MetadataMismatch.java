package io.everythingmcp.check.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.EndpointKind;
import java.util.List;

/**
 * Metadata that a client must not follow, one fault for each attempt to connect: another resource,
 * no PKCE, an authorization endpoint that is not an http URL.
 */
final class MetadataMismatch implements RunFault {
  private static final List<String> FAULTS = List.of("P12", "P16", "P71");

  private int attempt = -1;

  @Override
  public void meet(RunCall call, FaultScene scene) {
    if (call.endpoint() == EndpointKind.MCP && call.asks() && call.token().isEmpty()) {
      call.look(
          response -> {
            if (response.status() == 401) {
              attempt++;
              String challenge = response.headers().get("WWW-Authenticate");
              response
                  .headers()
                  .put(
                      "WWW-Authenticate",
                      challenge.replace(
                          scene.metadata(), scene.base() + "/metadata/" + (attempt + 1)));
            }
          });
    }
    String fault = FAULTS.get(Math.max(0, Math.min(attempt, FAULTS.size() - 1)));
    if (call.endpoint() == EndpointKind.RESOURCE_METADATA && fault.equals("P12")) {
      change(call, scene, fault, json -> json.put("resource", scene.base() + "/other"));
    } else if (call.endpoint() == EndpointKind.AUTHORIZATION_METADATA) {
      if (fault.equals("P16")) {
        change(call, scene, fault, json -> json.remove("code_challenge_methods_supported"));
      } else if (fault.equals("P71")) {
        change(
            call,
            scene,
            fault,
            json -> json.put("authorization_endpoint", "javascript:alert('client check')"));
      }
    }
  }

  private static void change(
      RunCall call, FaultScene scene, String fault, java.util.function.Consumer<ObjectNode> what) {
    call.look(
        response -> {
          if (response.status() == 200) {
            response.change(what);
            call.fault(fault);
            scene.provoked(fault, call.n());
          }
        });
  }
}
