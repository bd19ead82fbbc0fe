package io.everythingmcp.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.protocol.EnabledEras;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The home page describes exactly the credential that the mode accepts. */
class AccessInstructionsTest {
  private static String page(AccessInstructions access, EnabledEras eras) {
    return ClientSnippets.of("http://h/mcp", "s", eras, access).stream()
        .map(snippet -> snippet.title() + "\n" + snippet.code())
        .collect(Collectors.joining("\n\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, false, '', '', ''",
    "INTEGRATED, false, '', $TOKEN, token config.yml",
    "SEPARATE, false, '', $TOKEN, token config.yml",
    "OAUTH2, false, '', $TOKEN, an access token",
    "CUSTOM, false, Authorization: Bearer YOUR_TOKEN, $TOKEN, an access token",
    "JWT, true, Authorization: Bearer YOUR_TOKEN, $TOKEN, mint-jwt config.yml",
    "JWT, false, Authorization: Bearer YOUR_TOKEN, $TOKEN, a token of the configured issuer",
    "API_KEY, false, X-API-Key: YOUR_KEY, $API_KEY, one of API_KEYS"
  })
  void eachModeHasItsInstructions(
      Mode mode, boolean minted, String header, String variable, String source) {
    AccessInstructions access = new AccessInstructions(List.of(mode), minted, "target/acme.jar");
    String page = page(access, EnabledEras.BOTH);
    assertThat(access.header()).isEqualTo(header);
    assertThat(access.option()).contains(variable);
    assertThat(access.assignment()).contains(source);
    assertThat(page).contains(header, variable, source);
    if (variable.isEmpty()) {
      assertThat(page).doesNotContain("Authorization", "X-API-Key", "$");
    }
    assertThat(access.note().contains("discovers the authorization server"))
        .isEqualTo(mode == Mode.INTEGRATED || mode == Mode.SEPARATE || mode == Mode.OAUTH2);
    assertThat(access.note().contains("mint-jwt")).isEqualTo(minted);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void secondModeIsMentioned(Mode mode) {
    AccessInstructions access =
        new AccessInstructions(List.of(mode, Mode.API_KEY), false, "target/acme.jar");
    assertThat(access.note()).contains("X-API-Key");
    assertThat(access.modes()).hasSize(2);
  }

  @Test
  void eachEnabledEraHasALine() {
    AccessInstructions open = new AccessInstructions(List.of(Mode.NONE), false, "target/acme.jar");
    assertThat(page(open, EnabledEras.STATEFUL))
        .contains("initialize")
        .doesNotContain("server/discover");
    assertThat(page(open, EnabledEras.STATELESS))
        .contains("server/discover")
        .doesNotContain("initialize");
    assertThat(Arrays.asList(EnabledEras.values())).hasSize(3);
  }

  @Test
  void jarPathIsRelativeToTheWorkingDirectory() {
    assertThat(RunningJar.path(Path.of("/home/a/acme/target/acme.jar"), Path.of("/home/a/acme")))
        .isEqualTo("target/acme.jar");
    assertThat(RunningJar.path(Path.of("/opt/secret/acme.jar"), Path.of("/home/a")))
        .isEqualTo("acme.jar");
    assertThat(RunningJar.path(Path.of("/home/a/acme/classes"), Path.of("/home/a")))
        .isEqualTo("server.jar");
  }
}
