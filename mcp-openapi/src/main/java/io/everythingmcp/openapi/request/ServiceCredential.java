package io.everythingmcp.openapi.request;

import io.everythingmcp.api.RequestContext;
import io.everythingmcp.openapi.request.ParameterBinding.Location;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;

/**
 * Credential of this server for the service.
 *
 * @param scheme name of the security scheme
 * @param location where it is sent
 * @param name name of the header, query parameter or cookie
 * @param kind how the value is written
 * @param value returns the credential for a call
 */
public record ServiceCredential(
    String scheme,
    Location location,
    String name,
    Kind kind,
    Function<RequestContext, String> value) {

  /** How the value is written. */
  public enum Kind {
    PLAIN,
    BEARER,
    BASIC
  }

  /** The value as it is sent. */
  String text(RequestContext call) {
    String credential = value.apply(call);
    if (credential == null || credential.isBlank()) {
      throw new MissingCredentialException(scheme);
    }
    return switch (kind) {
      case PLAIN -> credential;
      case BEARER -> "Bearer " + credential;
      case BASIC ->
          "Basic "
              + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
    };
  }
}
