package io.everythingmcp.server.authserver.client;

import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Fetches a small JSON document from an untrusted URL. It follows no redirects, connects only to
 * public addresses, reads a few kilobytes at most, and has a total timeout that also covers slow
 * responses.
 *
 * @see <a
 *     href="https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-6">Security
 *     considerations</a>
 */
public final class DocumentFetcher {
  private static final SpecificationReference RULE = SpecificationReference.metadataDocument("6");
  private static final int OK = 200;

  private final HttpClient http = new HttpClient();
  private final int longest;
  private final Duration timeout;

  /**
   * Creates a fetcher.
   *
   * @param longest maximum size of a document in bytes
   * @param timeout total timeout: resolving, connecting, reading
   * @param loopback whether loopback addresses are allowed; for development
   */
  public DocumentFetcher(int longest, Duration timeout, boolean loopback) {
    this.longest = longest;
    this.timeout = timeout;
    http.setSocketAddressResolver(new PublicAddresses(loopback, http::getExecutor));
    http.setFollowRedirects(false);
    http.setHttpCookieStore(new HttpCookieStore.Empty());
    http.setMaxConnectionsPerDestination(2);
    http.setIdleTimeout(timeout.toMillis());
    http.setConnectTimeout(timeout.toMillis());
  }

  /**
   * A fetched document.
   *
   * @param text its text
   * @param cacheControl Cache-Control header; may be null
   */
  record Fetched(String text, String cacheControl) {}

  /** Starts the HTTP client; required before fetching. */
  public void start() throws Exception {
    http.start();
    http.getContentDecoderFactories().clear();
  }

  Fetched fetch(URI address) throws OAuthException {
    Request request =
        http.newRequest(address)
            .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .headers(
                headers ->
                    headers
                        .put(HttpHeader.ACCEPT, "application/json")
                        .put(HttpHeader.USER_AGENT, "mcp-dropwizard")
                        .put(HttpHeader.CONNECTION, "close"));
    try {
      ContentResponse response =
          new CompletableResponseListener(request, longest)
              .send()
              .get(timeout.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
      return read(response);
    } catch (TimeoutException e) {
      throw slow();
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused("the server is shutting down");
    }
  }

  private OAuthException failed(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return slow();
    }
    // Jetty's exception for a response that exceeds the maximum size.
    return cause instanceof IllegalArgumentException
        ? refused("it is larger than " + longest + " bytes (metadataDocuments.maxSize)")
        : refused("connection failed");
  }

  private OAuthException slow() {
    return refused("no response within " + timeout.toSeconds() + " s (metadataDocuments.timeout)");
  }

  private static Fetched read(ContentResponse response) throws OAuthException {
    if (response.getStatus() != OK) {
      throw refused("HTTP status " + response.getStatus() + ", expected 200");
    }
    String type = String.valueOf(response.getMediaType()).toLowerCase(Locale.ROOT);
    if (!type.equals("application/json") && !type.matches("application/[a-z0-9.-]+\\+json")) {
      throw refused("Content-Type must be application/json");
    }
    return new Fetched(
        new String(response.getContent(), StandardCharsets.UTF_8),
        response.getHeaders().get(HttpHeader.CACHE_CONTROL));
  }

  private static OAuthException refused(String wrong) {
    return OAuthException.invalidClient(
        "The client ID metadata document cannot be fetched: " + wrong, RULE);
  }

  /** Ends its connections. */
  public void stop() throws Exception {
    http.stop();
  }
}
