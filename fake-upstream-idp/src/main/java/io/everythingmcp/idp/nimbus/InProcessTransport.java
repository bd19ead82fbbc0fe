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
 * Lets Nimbus speak with a provider in the same process, without a network: {@code
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
    IdpResponse answer =
        call(request.getMethod().name(), request.getURI(), headers, request.getBody());
    await(answer.delay(), request.getReadTimeout());
    HTTPResponse response = new HTTPResponse(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setBody(answer.body());
    return response;
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    IdpResponse answer = call("GET", URI.create(url.toString()), Map.of(), "");
    await(answer.delay(), 0);
    if (answer.status() != 200) {
      throw new IOException("The provider answered " + answer.status());
    }
    return new Resource(answer.body(), answer.headers().get("Content-Type"));
  }

  private IdpResponse call(String method, URI uri, Map<String, String> headers, String body)
      throws IOException {
    String issuer = idp.settings().issuer().toString();
    if (!uri.toString().startsWith(issuer + "/")) {
      throw new IOException("This is not an address of " + issuer);
    }
    String path = uri.getPath().substring(idp.settings().issuer().getPath().length());
    return idp.handle(IdpRequest.of(method, path, uri.getRawQuery(), headers, body));
  }

  /** A slow answer is slow here too, and late when it comes after the time that is allowed. */
  private static void await(Duration delay, int allowed) throws IOException {
    boolean late = allowed > 0 && delay.toMillis() >= allowed;
    try {
      Thread.sleep(late ? allowed : delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while the provider was slow");
    }
    if (late) {
      throw new SocketTimeoutException("The provider did not answer within " + allowed + " ms");
    }
  }
}
