package io.everythingmcp.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.everythingmcp.idp.server.FakeIdpMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line in a separate process. */
class MainTest {
  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), FakeIdpMain.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Reads the lines of a starting provider up to the one with a word, and returns its value. */
  private static String value(BufferedReader reader, String word) throws IOException {
    String line = reader.readLine();
    while (line != null && !line.contains(word)) {
      line = reader.readLine();
    }
    assertThat(line).isNotNull();
    return line.strip().replaceAll(word + " +", "");
  }

  /** More connections than the provider has threads. */
  @Test
  void incompleteRequestsDoNotOccupyTheThreads() throws Exception {
    Process process = start("--port", "0", "--client", "me", "--redirect-uri", "http://a/b");
    List<Socket> incomplete = new ArrayList<>();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      URI issuer = URI.create(value(reader, "issuer"));
      String head = "POST /token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx";
      for (int i = 0; i < 40; i++) {
        Socket socket = new Socket(issuer.getHost(), issuer.getPort());
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        incomplete.add(socket);
      }
      assertThat(
              OIDCProviderMetadata.resolve(new Issuer(issuer.toString()), 60_000, 60_000)
                  .getTokenEndpointAuthMethods())
          .hasToString("[none]");
    } finally {
      process.destroy();
      for (Socket socket : incomplete) {
        socket.close();
      }
      process.waitFor();
    }
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void startsTheServer() throws Exception {
    Process process = start("--port", "0", "--client", "me", "--redirect-uri", "http://a/b");
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      String issuer = value(reader, "issuer");
      assertThat(OIDCProviderMetadata.resolve(new Issuer(issuer)).getTokenEndpointAuthMethods())
          .hasToString("[none]");
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  @Test
  void printsHelp() throws Exception {
    Process process = start("--help");
    assertThat(output(process)).contains("--port PORT").contains("--control");
    assertThat(process.waitFor()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--prot 1",
        "--port",
        "--port x",
        "--port 70000",
        "--port 1 --port 2",
        "--issuer http://x/",
        "--issuer ftp://x",
        "--algorithm HS256",
        "--user alice",
        "--redirect-uri javascript:alert(1)",
        "stray"
      })
  void invalidOptionIsReportedWithExitCodeTwo(String arguments) throws Exception {
    Process process = start(arguments.split(" "));
    assertThat(output(process)).contains("See --help.").hasLineCount(1);
    assertThat(process.waitFor()).isEqualTo(2);
  }
}
