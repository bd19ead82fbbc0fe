package io.everythingmcp.check.fault;

import io.everythingmcp.check.journal.EndpointKind;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A wrong issuer, in one variant for each login: in the authorization response, then in the
 * metadata.
 */
final class WrongIssuer implements RunFault {
  private static final Pattern ISS = Pattern.compile("([?&])iss=[^&]*");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]*)");
  private static final List<String> VARIANTS =
      List.of("correct", "wrong", "missing", "normalized", "unexpected");

  private int login;
  private boolean documentDone;
  private boolean documentSent;

  @Override
  public void meet(RunCall call, FaultScene scene) {
    if (call.endpoint() == EndpointKind.AUTHORIZATION_METADATA) {
      document(call, scene);
    } else if (call.endpoint() == EndpointKind.AUTHORIZE && documentSent) {
      documentDone = true;
    } else if (call.endpoint() == EndpointKind.LOGIN) {
      call.look(response -> redirect(response, call, scene));
    }
  }

  private String variant() {
    return VARIANTS.get(Math.min(login, VARIANTS.size() - 1));
  }

  /**
   * The document of the sixth login names another issuer; that of the fifth does not announce iss.
   */
  private void document(RunCall call, FaultScene scene) {
    call.look(
        response ->
            response.change(
                json -> {
                  if (login >= VARIANTS.size() && !documentDone) {
                    documentSent = true;
                    json.put("issuer", json.path("issuer").asText() + "/other");
                    call.fault("P14");
                    scene.provoked("P14", call.n(), FaultDetails.of("variant", "wrong"));
                  } else if (variant().equals("unexpected")) {
                    json.remove("authorization_response_iss_parameter_supported");
                  }
                }));
  }

  private void redirect(WholeResponse response, RunCall call, FaultScene scene) {
    String location = response.headers().get("Location");
    if (location == null || location.startsWith(scene.base()) || login >= VARIANTS.size()) {
      return;
    }
    Matcher code = CODE.matcher(location);
    if (!code.find()) {
      return;
    }
    String variant = variant();
    login++;
    response.headers().put("Location", changed(location, variant));
    call.fault("P15");
    scene.provoked(
        "P15",
        call.n(),
        FaultDetails.of("variant", variant)
            .put(
                "code",
                scene.redacted("code", URLDecoder.decode(code.group(1), StandardCharsets.UTF_8))));
  }

  private static String changed(String location, String variant) {
    Matcher iss = ISS.matcher(location);
    return switch (variant) {
      case "wrong", "unexpected" -> iss.replaceFirst("$1iss=" + encode("https://evil.example"));
      case "missing" -> iss.replaceFirst("$1").replace("?&", "?").replace("&&", "&");
      case "normalized" -> location.replaceFirst("([?&]iss=[^&]*)", "$1" + encode("/"));
      default -> location;
    };
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
