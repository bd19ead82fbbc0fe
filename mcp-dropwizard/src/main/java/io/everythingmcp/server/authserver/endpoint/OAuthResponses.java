package io.everythingmcp.server.authserver.endpoint;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.wire.WireJson;
import java.net.URI;
import java.util.Map;

/** Factory for common responses. */
public final class OAuthResponses {
  private static final int SEE_OTHER = 303;
  private static final int SC_UNAUTHORIZED = 401;

  private OAuthResponses() {}

  /**
   * Creates a JSON response that must not be cached.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, section 5.1</a>
   */
  public static HTTPResponse json(int status, Map<String, ?> document) {
    HTTPResponse response = new HTTPResponse(status);
    response.setHeader("Content-Type", "application/json");
    response.setBody(WireJson.text(document));
    return noStore(response);
  }

  /** Creates a JSON response that may be cached. */
  public static HTTPResponse json(Map<String, ?> document, int seconds) {
    HTTPResponse response = json(HTTPResponse.SC_OK, document);
    response.setHeader("Pragma");
    response.setCacheControl("public, max-age=" + seconds);
    return response;
  }

  /** Creates a JSON error response, with a challenge if client authentication failed. */
  public static HTTPResponse error(ErrorObject error) {
    HTTPResponse response = json(error.getHTTPStatusCode(), error.toJSONObject());
    if (error.getHTTPStatusCode() == SC_UNAUTHORIZED) {
      response.setWWWAuthenticate("Basic realm=\"authorization server\", charset=\"UTF-8\"");
    }
    return response;
  }

  /**
   * Redirects a browser with GET, without the posted form.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.12">RFC 9700, section 4.12</a>
   */
  public static HTTPResponse seeOther(URI target) {
    HTTPResponse response = new HTTPResponse(SEE_OTHER);
    response.setLocation(target);
    return noStore(response);
  }

  /** Forbids caching of a response. */
  static HTTPResponse noStore(HTTPResponse response) {
    response.setCacheControl("no-store");
    response.setPragma("no-cache");
    return response;
  }
}
