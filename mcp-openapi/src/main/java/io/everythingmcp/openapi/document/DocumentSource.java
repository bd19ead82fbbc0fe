package io.everythingmcp.openapi.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a document is read from.
 *
 * @param name name for messages
 * @param location its URL; empty for a text
 * @param content reads it
 */
public record DocumentSource(String name, Optional<URI> location, Content content) {
  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** Reads the document. */
  @FunctionalInterface
  public interface Content {
    String read() throws IOException;
  }

  /** A text in JSON or YAML. */
  public static DocumentSource text(String text) {
    return new DocumentSource("document", Optional.empty(), () -> text);
  }

  /** A file. */
  public static DocumentSource file(Path file) {
    return new DocumentSource(
        String.valueOf(file.getFileName()), Optional.empty(), () -> Files.readString(file));
  }

  /** A URL with the scheme http, https or file. */
  public static DocumentSource url(URI url) {
    if ("file".equalsIgnoreCase(url.getScheme())) {
      return file(Path.of(url));
    }
    if (!"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme())) {
      throw new IllegalArgumentException(
          "The URL of the document is "
              + UrlText.of(url)
              + "; expected the scheme http, https or file");
    }
    if (url.getHost() == null) {
      throw new IllegalArgumentException(
          "The URL of the document is " + UrlText.of(url) + "; expected a URL with a host");
    }
    return new DocumentSource(
        UrlText.of(url), Optional.of(withoutCredentials(url)), () -> download(url));
  }

  /** URLs in the document are relative to this one; the credentials are for the document only. */
  private static URI withoutCredentials(URI url) {
    return URI.create(url.toString().replaceFirst("//[^/?#]*@", "//").replaceFirst("[?#].*", ""));
  }

  private static String download(URI url) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      HttpResponse<InputStream> response =
          client.send(
              HttpRequest.newBuilder(url).timeout(TIMEOUT).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (response.statusCode() != 200) {
          throw new IOException("the status is " + response.statusCode() + ", expected 200");
        }
        if (bytes.length > MOST_BYTES) {
          throw new IOException("it has more than " + MOST_BYTES + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
