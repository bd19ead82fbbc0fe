package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.RawSocket;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The admin port has no authentication, so browsers must not access it from web pages. */
class AdminPortIT {
  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "integrated");

  private static String send(String method, String path, String host, String origin) {
    int port = SERVER.process().adminPort();
    return RawSocket.exchange(
        port,
        "%s %s HTTP/1.1\r\nHost: %s\r\n%sContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .formatted(
                method,
                path,
                host.formatted(port),
                origin == null ? "" : "Origin: " + origin.formatted(port) + "\r\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example, ",
    "evil.example:%d, ",
    "localhost.evil.example:%d, ",
    "localhost:%d, http://evil.example",
    "localhost:%d, null",
    "localhost:%d, http://localhost:5173",
    "127.0.0.1:%d, http://localhost:%d",
  })
  void crossOriginRequestIsRejected(String host, String origin) {
    for (String path : new String[] {"/tasks/gc", "/tasks/log-level?logger=x&level=DEBUG"}) {
      assertThat(send("POST", path, host, origin)).startsWith("HTTP/1.1 403 ");
    }
    Stream.of("/ping", "/healthcheck", "/prometheus", "/metrics", "/threads", "/")
        .forEach(path -> assertThat(send("GET", path, host, origin)).startsWith("HTTP/1.1 403 "));
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:%d, ",
    "127.0.0.1:%d, ",
    "[::1]:%d, ",
    "LOCALHOST:%d, ",
    "localhost:%d, http://localhost:%d",
  })
  void localRequestIsServed(String host, String origin) {
    assertThat(send("GET", "/ping", host, origin)).startsWith("HTTP/1.1 200 ");
    assertThat(send("POST", "/tasks/gc", host, origin)).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void menuHasMetricsAndTasksAndItsLinksExist() {
    String menu = send("GET", "/", "localhost:%d", null);
    assertThat(menu)
        .startsWith("HTTP/1.1 200 ")
        .contains("href=\"prometheus\"", "href=\"healthcheck")
        .contains("/tasks/gc", "/tasks/log-level");
    Pattern.compile("href=\"([^\"]+)\"")
        .matcher(menu)
        .results()
        .forEach(
            link ->
                assertThat(send("GET", "/" + link.group(1), "localhost:%d", null))
                    .as(link.group(1))
                    .startsWith("HTTP/1.1 200 "));
    Pattern.compile("http://localhost:\\d+(/tasks/[^\\s<']+)")
        .matcher(menu)
        .results()
        .forEach(
            task ->
                assertThat(send("POST", task.group(1).replace("&amp;", "&"), "localhost:%d", null))
                    .as(task.group(1))
                    .startsWith("HTTP/1.1 200 "));
    assertThat(send("GET", "/unknown", "localhost:%d", null)).startsWith("HTTP/1.1 404 ");
  }
}
