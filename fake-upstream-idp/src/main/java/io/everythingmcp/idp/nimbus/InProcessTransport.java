package io.everythingmcp.idp.nimbus;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import io.everythingmcp.idp.FakeIdp;
import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.http.IdpResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Connects Nimbus to a provider in the same process, without a network: {@code
 * tokenRequest.toHTTPRequest().send(inProcess)}, {@code JWKSourceBuilder.create(jwksUrl,
 * inProcess)}.
 */
public final class InProcessTransport implements HTTPRequestSender, ResourceRetriever {
  private final FakeIdp idp;

  public InProcessTransport(FakeIdp idp) {
    this.idp = idp;
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    Map<String, String> headers = new HashMap<>();
    request.getHeaderMap().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    IdpResponse received =
        call(request.getMethod().name(), request.getURI(), headers, request.getBody());
    await(received.delay(), request.getReadTimeout());
    HTTPResponse response = new HTTPResponse(received.status());
    received.headers().forEach(response::setHeader);
    response.setBody(received.body());
    return response;
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    IdpResponse received = call("GET", URI.create(url.toString()), Map.of(), "");
    await(received.delay(), 0);
    if (received.status() != 200) {
      throw new IOException("The provider returned status " + received.status());
    }
    return new Resource(received.body(), received.headers().get("Content-Type"));
  }

  private IdpResponse call(String method, URI uri, Map<String, String> headers, String body)
      throws IOException {
    String issuer = idp.settings().issuer().toString();
    if (!uri.toString().startsWith(issuer + "/")) {
      throw new IOException("The URL must be below the issuer " + issuer);
    }
    String path = uri.getPath().substring(idp.settings().issuer().getPath().length());
    return idp.handle(IdpRequest.of(method, path, uri.getRawQuery(), headers, body));
  }

  /** Waits for the delay of a response; fails if it exceeds the timeout, 0 for none. */
  private static void await(Duration delay, int timeout) throws IOException {
    boolean late = timeout > 0 && delay.toMillis() >= timeout;
    try {
      Thread.sleep(late ? timeout : delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while the provider was slow");
    }
    if (late) {
      throw new SocketTimeoutException("No response from the provider within " + timeout + " ms");
    }
  }
}
