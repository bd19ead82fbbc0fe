package io.everythingmcp.server.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.everythingmcp.conformance.harness.FreePort;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.testing.store.RedisTestServer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Skipped if the available Redis was built without TLS. */
class RedisTlsTest {
  /** Shorter than any timeout of a client; larger than needed on an idle machine. */
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final String TRUST = "javax.net.ssl.trustStore";
  private static final String SECRET = "changeit";

  @TempDir private static Path folder;
  private static int port;
  private static RedisTestServer redis;

  @AutoClose("shutdownNow")
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @BeforeAll
  static void startWithACertificateOfItsOwn() throws Exception {
    Path store = folder.resolve("keys.p12");
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "redis",
            "-keyalg",
            "RSA",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-keystore",
            store.toString(),
            "-storepass",
            SECRET)
        .start()
        .waitFor();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, SECRET.toCharArray());
    }
    byte[] certificate = keys.getCertificate("redis").getEncoded();
    write("redis.crt", "CERTIFICATE", certificate);
    write("redis.key", "PRIVATE KEY", keys.getKey("redis", SECRET.toCharArray()).getEncoded());
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("redis", keys.getCertificate("redis"));
    try (var out = Files.newOutputStream(folder.resolve("trust.p12"))) {
      trust.store(out, SECRET.toCharArray());
    }
    System.setProperty(TRUST, folder.resolve("trust.p12").toString());
    System.setProperty(TRUST + "Password", SECRET);
    start();
  }

  private static void write(String file, String kind, byte[] content) throws Exception {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        folder.resolve(file),
        "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
  }

  private static void start() throws Exception {
    port = FreePort.find();
    try {
      redis =
          RedisTestServer.run(
              "--tls-port", Integer.toString(port),
              "--tls-cert-file", folder.resolve("redis.crt").toString(),
              "--tls-key-file", folder.resolve("redis.key").toString(),
              "--tls-ca-cert-file", folder.resolve("redis.crt").toString(),
              "--tls-auth-clients", "no");
    } catch (IllegalStateException e) {
      assumeTrue(false, "This Redis has no TLS");
    }
  }

  @AfterAll
  static void stop() {
    System.clearProperty(TRUST);
    System.clearProperty(TRUST + "Password");
    if (redis != null) {
      redis.close();
    }
  }

  private RedisStore open(String host) {
    return new RedisStore("rediss://" + host + ":" + port, executor);
  }

  private static Duration failing(RedisStore store) {
    long begun = System.nanoTime();
    assertThat(catchThrowable(() -> store.logs().exists("log")))
        .isInstanceOf(StoreUnavailableException.class);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  @Test
  void everythingWorksEncrypted() {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (RedisStore store = open("localhost")) {
      assertThat(store.logs().append("log", "entry", 10, Duration.ofMinutes(1))).isEqualTo(1);
      store.signals().subscribe("channel", heard::add);
      await().untilAsserted(() -> assertThat(heard).containsExactly(""));
      store.signals().publish("channel", "message");
      await().untilAsserted(() -> assertThat(heard).containsExactly("", "message"));
    }
  }

  @Test
  void certificateMustMatchTheHost() {
    try (RedisStore store = open("127.0.0.1")) {
      assertThat(failing(store)).isLessThan(SOON);
      assertThat(store.available()).isFalse();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void stalledRedisFailsCallsQuicklyOnExistingAndNewConnections() {
    try (RedisStore store = open("localhost")) {
      assertThat(store.available()).isTrue();
      redis.stall();
      assertThat(failing(store)).isLessThan(SOON);
      assertThat(failing(store)).isLessThan(SOON);
      redis.resume();
      await().until(store::available);
    } finally {
      redis.resume();
    }
  }
}
