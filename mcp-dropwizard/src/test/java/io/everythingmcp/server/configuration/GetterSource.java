package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A getter of a configuration class with the Javadoc of its source.
 *
 * @param method the getter
 * @param key its key in the configuration file
 * @param meaning its Javadoc in Markdown
 */
record GetterSource(Method method, String key, String meaning) {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern GETTER =
      Pattern.compile(
          "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+(?:@\\w+(?:\\([^)]*\\))?\\s+)*"
              + "public [\\w.<>, ]+ ((?:get|is)\\w+)\\(\\)",
          Pattern.DOTALL);
  private static final Pattern PAGE =
      Pattern.compile("`docs/([\\w/.-]+?)([\\w-]+)\\.md(#[\\w-]+)?`");

  /** Returns the getters of a class in the order of its source. */
  static List<GetterSource> of(Class<?> type) {
    return of(type, source(type));
  }

  static List<GetterSource> of(Class<?> type, String source) {
    List<GetterSource> getters = new ArrayList<>();
    Matcher matcher = GETTER.matcher(source);
    while (matcher.find()) {
      Method method = method(type, matcher.group(2));
      if (method.isAnnotationPresent(JsonProperty.class)) {
        getters.add(new GetterSource(method, key(method), markdown(matcher.group(1))));
      }
    }
    long annotated =
        List.of(type.getDeclaredMethods()).stream()
            .filter(method -> method.isAnnotationPresent(JsonProperty.class))
            .filter(method -> method.getParameterCount() == 0)
            .count();
    if (annotated != getters.size()) {
      throw new AssertionError(type + " has a getter without Javadoc");
    }
    return getters;
  }

  private static Method method(Class<?> type, String name) {
    try {
      return type.getDeclaredMethod(name);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(Method method) {
    String name = method.getName().replaceFirst("^(get|is)", "");
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static String source(Class<?> type) {
    try {
      return Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Converts Javadoc; names of pages become links from {@code docs/reference}. */
  static String markdown(String javadoc) {
    String text =
        javadoc
            .replaceAll("\\n\\s*\\*\\s?@(?s:.*)", "")
            .replaceAll("\\n\\s*\\* ?", " ")
            .replaceAll("\\s+", " ")
            .strip()
            .replaceAll("\\{@code ([^}]+)}", "`$1`")
            .replaceAll("\\{@link [^}]*?([A-Za-z]+)}", "`$1`")
            .replace("|", "\\|")
            .replaceFirst("\\.$", "");
    return PAGE.matcher(text).replaceAll("[$2.md](../$1$2.md$3)");
  }
}
