package io.everythingmcp.conformance.typescript;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * HTTPS server with a client ID metadata document: its address is the client id. Its certificate is
 * trusted only with its key store.
 *
 * @see <a
 *     href="https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00">Client
 *     ID Metadata Documents</a>
 */
final class MetadataDocumentServer implements AutoCloseable {
  private static final String PASSWORD = "changeit";
  private static final int BACKLOG = 10;

  private final HttpsServer server;
  private final Path keys;

  private MetadataDocumentServer(HttpsServer server, Path keys) {
    this.server = server;
    this.keys = keys;
  }

  /** Starts a server for a client with this redirect URI. */
  static MetadataDocumentServer start(String redirectUri) throws Exception {
    Path keys = Files.createTempDirectory("document").resolve("site.p12");
    makeKeys(keys);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    MetadataDocumentServer site = new MetadataDocumentServer(server, keys);
    byte[] document =
        """
        {"client_id":"%s","client_name":"A client with a document","redirect_uris":["%s"],
         "grant_types":["authorization_code","refresh_token"],"response_types":["code"],
         "token_endpoint_auth_method":"none"}
        """
            .formatted(site.address(), redirectUri)
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/client.json",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, document.length);
          exchange.getResponseBody().write(document);
          exchange.close();
        });
    server.start();
    return site;
  }

  /** Returns the address of the document. */
  String address() {
    return "https://localhost:" + server.getAddress().getPort() + "/client.json";
  }

  /** Returns the options for a JVM that trusts only this server. */
  String[] trust() {
    return new String[] {
      "-Djavax.net.ssl.trustStore=" + keys, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD
    };
  }

  private static void makeKeys(Path file) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                "site",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool: " + said);
    }
  }

  private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
