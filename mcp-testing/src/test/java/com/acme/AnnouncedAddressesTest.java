package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.command.ConfigurationReport;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.tenant.MountConfiguration;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every address that the start of a server, the command {@code check} and the home page name is
 * served by an application that installs only the bundle.
 */
class AnnouncedAddressesTest {
  private static final String TOKEN = "a management token of acme, 32 characters";
  private static final Pattern URL = Pattern.compile("https?://[^\\s\"'<>,;`]+");
  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"#]+)");

  private static <T> HttpResponse<T> get(URI address, HttpResponse.BodyHandler<T> body)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).header("Authorization", "Bearer " + TOKEN).build(),
            body);
  }

  /** Returns the status without waiting for the end of a stream. */
  private static int status(String address) throws Exception {
    HttpResponse<InputStream> response =
        get(URI.create(address), HttpResponse.BodyHandlers.ofInputStream());
    response.body().close();
    return response.statusCode();
  }

  private static McpConfiguration configuration(Mode mode) throws Exception {
    McpConfiguration configuration = AcmeServer.configuration();
    configuration.getAuth().setMode(mode);
    configuration.getManagement().setToken(TOKEN);
    MountConfiguration mount = new MountConfiguration();
    mount.setPath("/billing");
    mount.setServer((ObjectNode) new ObjectMapper().readTree("{\"name\":\"Billing\"}"));
    configuration.setMounts(List.of(mount));
    return configuration;
  }

  private static Set<String> found(Pattern pattern, int group, String text) {
    Set<String> found = new TreeSet<>();
    pattern.matcher(text).results().forEach(match -> found.add(match.group(group)));
    return found;
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"NONE", "JWT", "INTEGRATED"})
  void everyAnnouncedAddressIsServed(Mode mode) throws Exception {
    McpConfiguration configuration = configuration(mode);
    try (AcmeServer acme = AcmeServer.start(configuration, AcmeServer.server())) {
      ConfigurationReport report = new ConfigurationReport(configuration);
      String announced = String.join("\n", report.enabledFeatures()) + "\n" + report.entry();
      assertThat(announced).contains(acme.url() + "/management/stats", "/billing");
      Set<String> addresses = new TreeSet<>(found(URL, 0, announced));
      URI home = URI.create(acme.url() + "/");
      String page =
          get(home, HttpResponse.BodyHandlers.ofString())
              .body()
              .replace("&quot;", "\"")
              .replace("&#39;", "'");
      found(URL, 0, page).forEach(addresses::add);
      found(LINK, 1, page).forEach(link -> addresses.add(home.resolve(link).toString()));
      // A placeholder stands for an id that is created later.
      addresses.removeIf(address -> !address.startsWith(acme.url()) || address.endsWith("\u2026"));
      addresses.add(acme.url() + "/billing");
      assertThat(addresses)
          .contains(acme.url() + "/", acme.url() + "/mcp", acme.url() + "/management/stats");
      for (String address : addresses) {
        assertThat(status(address)).as(address).isNotEqualTo(404);
      }
    }
  }

  @Test
  void withoutATokenManagementIsNeitherAnnouncedNorServed() throws Exception {
    McpConfiguration configuration = configuration(Mode.NONE);
    configuration.getManagement().setToken("");
    try (AcmeServer acme = AcmeServer.start(configuration, AcmeServer.server())) {
      assertThat(String.join("\n", new ConfigurationReport(configuration).enabledFeatures()))
          .doesNotContain("/management")
          .contains("off (MANAGEMENT_TOKEN)");
      assertThat(status(acme.url() + "/management/stats")).isEqualTo(404);
    }
  }
}
