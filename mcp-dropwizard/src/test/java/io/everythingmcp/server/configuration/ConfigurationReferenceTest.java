package io.everythingmcp.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The table of settings in the documentation is the one generated from the configuration classes.
 * {@code -Dreference.write=true} writes it; the text outside of the markers is written by hand.
 */
class ConfigurationReferenceTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "configuration.md");
  private static final String BEGIN =
      "<!-- generated from the configuration classes by ConfigurationReferenceTest -->\n";
  private static final String END = "<!-- end of the generated table -->\n";

  private static String table() throws IOException {
    JsonNode file = new ObjectMapper(new YAMLFactory()).readTree(ConfigurationFile.text());
    return SettingsTable.of(new McpConfiguration(), file);
  }

  private static String between(String page) {
    return page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
  }

  @Test
  void pageHasTheGeneratedTable() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
    String table = table();
    if (Boolean.getBoolean("reference.write")) {
      page = page.replace(BEGIN + between(page), BEGIN + table);
      Files.writeString(PAGE, page);
    }
    assertThat(between(page))
        .as("settings; write %s with -Dreference.write=true", PAGE)
        .isEqualTo(table);
  }

  @Test
  void rowHasTypeDefaultVariableAndMeaning() throws IOException {
    assertThat(table())
        .contains("| `mcp.sessions.max` | integer | `10000` | `MAX_SESSIONS` | ")
        .contains("| `mcp.keepAlive` | duration | `15s` | `KEEP_ALIVE` | ")
        .contains("| `edge.maxRequestSize` | size | `10MB` | `MAX_REQUEST_SIZE` | ")
        .contains("| `auth.jwt.keyFile` | text | empty |  | ");
  }

  @Test
  void javadocBecomesMarkdown() {
    assertThat(
            GetterSource.markdown(
                "\n   * Value {@code a\n   * b} of {@code docs/operate/auth.md#scopes}.\n   "))
        .isEqualTo("Value `a b` of [auth.md](../operate/auth.md#scopes)");
  }

  @Test
  void getterWithoutJavadocIsFound() {
    assertThatThrownBy(() -> GetterSource.of(Undocumented.class, "no getter"))
        .hasMessageContaining("Javadoc");
  }

  /** Configuration class with a getter that the given source does not document. */
  public static class Undocumented {
    @JsonProperty
    public String getName() {
      return "";
    }
  }
}
