package io.everythingmcp.server.configuration.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RenamedKeysTest {
  private final RenamedKeys keys = new RenamedKeys();

  private ObjectNode replaced(String json) throws Exception {
    ObjectNode root = (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
    keys.replace(root);
    return root;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'auth':{'also':'jwt'}} | /auth/additionalModes | jwt",
        "{'auth':{'claims':'a'}} | /auth/exposedClaims | a",
        "{'auth':{'separate':{'probe':'1s'}}} | /auth/separate/healthCheckInterval | 1s",
        "{'auth':{'server':{'clients':[{'id':'a'},{'method':'none'}]}}} |"
            + " /auth/server/clients/1/tokenEndpointAuthMethod | none",
        "{'auth':{'server':{'lifetimes':{'key':'2d'}}}} | /auth/server/lifetimes/signingKey | 2d",
        "{'mcp':{'sessions':{'ping':'9s'}}} | /mcp/sessions/pingInterval | 9s",
        "{'tenants':{'everybody':false}} | /tenants/defaultServer | false",
        "{'server':{'requestLog':{'type':'lines'}}} | /server/requestLog/type | redacted"
      })
  void earlierNameIsReadWithAWarning(String json, String pointer, String value) throws Exception {
    assertThat(replaced(json).at(pointer).asText()).isEqualTo(value);
    assertThat(keys.warnings()).singleElement().asString().contains("earlier name", "write ");
  }

  @Test
  void presentNameHasPrecedence() throws Exception {
    ObjectNode root = replaced("{'tenants':{'order':'claim','resolutionOrder':'token'}}");

    assertThat(root.path("tenants")).hasToString("{\"resolutionOrder\":\"token\"}");
    assertThat(keys.warnings()).hasSize(1);
  }

  @Test
  void presentNamesAndOtherStructuresAreUnchanged() throws Exception {
    String json =
        "{'auth':'none','tenants':[1],'mcp':{'sessions':null},"
            + "'access':{'login':{'claims':'a'}},'server':{'requestLog':{'type':'redacted'}}}";

    assertThat(replaced(json)).isEqualTo(new ObjectMapper().readTree(json.replace('\'', '"')));
    assertThat(keys.warnings()).isEmpty();
  }

  static List<Path> filesOfTheProject() throws IOException {
    try (Stream<Path> demos = Files.list(Path.of("../docs/demos"))) {
      return Stream.concat(
              Stream.of(Path.of("../config.yml")),
              demos.filter(file -> file.toString().endsWith(".yml")))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("filesOfTheProject")
  void projectFilesHavePresentNames(Path file) throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    keys.replace((ObjectNode) yaml.readTree(Files.readString(file)));
    assertThat(keys.warnings()).isEmpty();
  }
}
