package io.everythingmcp.api.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that were compiled without {@code -parameters}. */
class ParameterNamesTest {
  private static Object compiled(Path directory, String parameter) throws Exception {
    Path source = directory.resolve("Unnamed.java");
    Files.writeString(
        source,
        """
        import io.everythingmcp.api.annotation.*;
        public class Unnamed {
          @McpTool(description = "d")
          public String tool(%s) { return text; }
        }
        """
            .formatted(parameter));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                Path.of(
                        AnnotatedFeatures.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString(),
                source.toString());
    assertThat(status).isZero();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {directory.toUri().toURL()}, AnnotatedFeatures.class.getClassLoader())) {
      return loader.loadClass("Unnamed").getDeclaredConstructor().newInstance();
    }
  }

  @Test
  void missingParameterNameIsAnError(@TempDir Path directory) throws Exception {
    Object instance = compiled(directory, "String text");
    assertThatThrownBy(() -> AnnotatedFeatures.of(instance))
        .isInstanceOf(InvalidFeaturesException.class)
        .hasMessage(
            "Unnamed.tool: the name of parameter 1 is not in the class file; compile with"
                + " -parameters, or set it with @McpArgument(name = ...)");
  }

  @Test
  void parameterNameCanBeSpecified(@TempDir Path directory) throws Exception {
    Object instance = compiled(directory, "@McpArgument(name = \"text\") String text");
    Object properties =
        AnnotatedFeatures.of(instance).tools().get(0).definition().inputSchema().get("properties");
    assertThat(properties).isEqualTo(Map.of("text", Map.of("type", "string")));
  }
}
