package io.everythingmcp.idp.flow;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.http.IdpResponse;
import io.everythingmcp.idp.model.IdpUser;
import io.everythingmcp.idp.script.IdpRoute;
import io.everythingmcp.idp.script.IdpScript;
import io.everythingmcp.idp.script.InjectedFailure;
import io.everythingmcp.idp.script.ProtocolFault;
import java.text.ParseException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The script, over HTTP, for tests in other languages. A web page cannot use it: it accepts only
 * JSON, which requires a preflight, and no request with an {@code Origin}.
 */
final class ControlEndpoint implements IdpEndpoint {
  /** The prefix of its paths. */
  static final String PREFIX = "/control/";

  private final IdpScript script;

  ControlEndpoint(IdpScript script) {
    this.script = script;
  }

  @Override
  public Set<String> methods() {
    return Set.of("POST");
  }

  @Override
  public IdpResponse serve(IdpRequest request) {
    boolean json = request.header("Content-Type").orElse("").startsWith("application/json");
    if (!json || request.header("Origin").isPresent()) {
      return refuse(403, "Content-Type must be application/json, and Origin must be absent");
    }
    try {
      String text = request.body().isBlank() ? "{}" : request.body();
      return follow(request.path().substring(PREFIX.length()), JSONObjectUtils.parse(text));
    } catch (ParseException | ClassCastException e) {
      return refuse(400, "The body must be a JSON object with the fields of this command");
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      return refuse(400, String.valueOf(e.getMessage()));
    }
  }

  private IdpResponse follow(String what, Map<String, Object> body) {
    switch (what) {
      case "login" -> login(body);
      case "fault" -> script.next(ProtocolFault.valueOf(constant(body, "fault")));
      case "endpoint" ->
          script.disturb(
              IdpRoute.valueOf(constant(body, "endpoint")),
              new InjectedFailure(
                  (int) number(body, "status"), Duration.ofMillis(number(body, "delay_ms"))));
      case "clock" -> script.moveClock(Duration.ofSeconds(number(body, "seconds")));
      case "keys" -> {
        if (Boolean.FALSE.equals(body.get("keep_old"))) {
          script.replaceKeys();
        } else {
          script.rotateKeys();
        }
      }
      case "reset" -> script.reset();
      default -> {
        return refuse(
            404, "Unknown command; supported: login, fault, endpoint, clock, keys, reset");
      }
    }
    return IdpResponse.empty(204);
  }

  private void login(Map<String, Object> body) {
    if (body.containsKey("error")) {
      script.nextLoginRefused(text(body, "error"));
    } else if (body.containsKey("email")) {
      script.nextLogin(new IdpUser(text(body, "user"), text(body, "name"), text(body, "email")));
    } else {
      script.nextLogin(text(body, "user"));
    }
  }

  private static String constant(Map<String, Object> body, String name) {
    return text(body, name).toUpperCase(Locale.ROOT);
  }

  private static String text(Map<String, Object> body, String name) {
    if (!(body.get(name) instanceof String value)) {
      throw new IllegalArgumentException(name + " must be a string");
    }
    return value;
  }

  private static long number(Map<String, Object> body, String name) {
    return body.containsKey(name) ? ((Number) body.get(name)).longValue() : 0;
  }

  private static IdpResponse refuse(int status, String why) {
    return IdpResponse.json(
        status, IdpJson.of(Map.of("error", "invalid_request", "error_description", why)));
  }
}
