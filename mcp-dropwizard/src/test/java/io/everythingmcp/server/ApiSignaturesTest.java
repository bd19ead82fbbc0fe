package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The signatures of the public API equal those of a file in the repository, so that a change of the
 * API is visible in a review. {@code -Dapi.write=true} writes the file.
 */
class ApiSignaturesTest {
  private static final Path FILE = Path.of("src/test/resources/api-signatures.txt");

  /** Classes of the API outside of its packages. */
  private static final List<Class<?>> FURTHER =
      List.of(McpServerBundle.class, McpServerBundle.Builder.class, McpApplication.class);

  @Test
  void apiHasTheSignaturesOfTheFile() throws IOException {
    List<String> present = signatures();
    if (Boolean.getBoolean("api.write")) {
      Files.write(FILE, present);
    }
    assertThat(present)
        .as("signatures of the API; write %s with -Dapi.write=true", FILE)
        .hasSizeGreaterThan(200)
        .containsExactlyElementsOf(Files.readAllLines(FILE));
  }

  @Test
  void additionalMethodIsFound() {
    assertThat(members(ApiSignaturesTest.Sample.class))
        .containsExactly(
            "  constructor (int)",
            "  field String NAME",
            "  method List<String> names(int, String[])");
  }

  /** Class whose signatures are tested. */
  public static class Sample {
    public static final String NAME = "name";

    public Sample(int number) {
      assertThat(number).isNotNegative();
    }

    public List<String> names(int number, String... more) {
      return hidden(number, more);
    }

    private static List<String> hidden(int number, String... more) {
      return Arrays.asList(more).subList(0, number);
    }
  }

  private static List<String> signatures() {
    List<Class<?>> classes = new ArrayList<>(FURTHER);
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ProjectClasses.API)
            .stream()
            .map(JavaClass::reflect)
            .forEach(classes::add);
    return classes.stream()
        .filter(ApiSignaturesTest::visible)
        .sorted((one, other) -> one.getName().compareTo(other.getName()))
        .flatMap(type -> Stream.concat(Stream.of(type.getName()), members(type).stream()))
        .toList();
  }

  /** Returns whether a class and its enclosing classes are public. */
  private static boolean visible(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getEnclosingClass() == null || visible(type.getEnclosingClass()));
  }

  private static List<String> members(Class<?> type) {
    Stream<String> constructors =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(ApiSignaturesTest::visible)
            .map(ApiSignaturesTest::constructor);
    Stream<String> fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(ApiSignaturesTest::visible)
            .map(field -> "  field " + name(field.getGenericType()) + " " + field.getName());
    Stream<String> methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> visible(method) && !method.isBridge() && !method.isSynthetic())
            .map(ApiSignaturesTest::method);
    return Stream.of(constructors, fields, methods).flatMap(all -> all).sorted().toList();
  }

  private static boolean visible(Member member) {
    return Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
  }

  private static String constructor(Constructor<?> constructor) {
    return "  constructor " + parameters(constructor);
  }

  private static String method(Method method) {
    return "  method "
        + name(method.getGenericReturnType())
        + " "
        + method.getName()
        + parameters(method);
  }

  private static String parameters(Executable executable) {
    return Arrays.stream(executable.getGenericParameterTypes())
        .map(ApiSignaturesTest::name)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Returns the name of a type, without the packages of the JDK. */
  private static String name(Type type) {
    return type.getTypeName().replaceAll("\\bjava\\.[a-z.]+\\.(?=[A-Z])", "");
  }
}
