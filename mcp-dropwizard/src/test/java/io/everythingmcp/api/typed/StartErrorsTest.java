package io.everythingmcp.api.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.annotation.McpArgument;
import io.everythingmcp.api.annotation.McpPrompt;
import io.everythingmcp.api.annotation.McpResource;
import io.everythingmcp.api.annotation.McpTool;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is found when the catalog is made, in a line that begins with the method. */
class StartErrorsTest {
  enum Colour {
    RED,
    GREEN
  }

  record Part(@McpArgument(defaultValue = "0") @Min(1) int count) {}

  record Renamed(@McpArgument(name = "other") String name) {}

  static final class BadName {
    @McpTool(name = "no spaces", description = "d")
    public void tool() {}
  }

  static final class NoDescription {
    @McpTool(description = " ")
    public void tool() {}
  }

  static final class NotPublic {
    @McpTool(description = "d")
    void tool() {}
  }

  static final class IsStatic {
    @McpTool(description = "d")
    public static void tool() {}
  }

  static final class Overloaded {
    @McpTool(description = "d")
    public void tool(String one) {}

    @McpTool(name = "other", description = "d")
    public void tool(int one) {}
  }

  static final class SameName {
    @McpTool(name = "same", description = "d")
    public void one() {}

    @McpTool(name = "same", description = "d")
    public void two() {}
  }

  static final class SamePrompt {
    @McpPrompt(name = "same", description = "d")
    public String one() {
      return "";
    }

    @McpPrompt(name = "same", description = "d")
    public String two() {
      return "";
    }
  }

  static final class SameResource {
    @McpResource(uri = "a://b", description = "d")
    public String one() {
      return "";
    }

    @McpResource(uri = "a://b", description = "d")
    public String two() {
      return "";
    }
  }

  static final class Stream1 {
    @McpTool(description = "d")
    public void tool(InputStream in) {}
  }

  static final class Function1 {
    @McpTool(description = "d")
    public void tool(Supplier<String> in) {}
  }

  static final class Keys {
    @McpTool(description = "d")
    public void tool(Map<Part, String> in) {}
  }

  static final class Optionals {
    @McpTool(description = "d")
    public void tool(List<Optional<String>> in) {}
  }

  static final class Later {
    @McpTool(description = "d")
    public CompletableFuture<String> tool() {
      return null;
    }
  }

  static final class Maybe {
    @McpTool(description = "d")
    public Optional<Part> tool() {
      return Optional.empty();
    }
  }

  static final class DefaultType {
    @McpTool(description = "d")
    public void tool(@McpArgument(defaultValue = "many") int count) {}
  }

  static final class DefaultFraction {
    @McpTool(description = "d")
    public void tool(@McpArgument(defaultValue = "1.5") int count) {}
  }

  static final class DefaultEnum {
    @McpTool(description = "d")
    public void tool(@McpArgument(defaultValue = "BLUE") Colour colour) {}
  }

  static final class DefaultConstraint {
    @McpTool(description = "d")
    public void tool(@McpArgument(defaultValue = "11") @Max(10) int count) {}
  }

  static final class DefaultOfRecord {
    @McpTool(description = "d")
    public void tool(Part part) {}
  }

  static final class RenamedPart {
    @McpTool(description = "d")
    public void tool(Renamed part) {}
  }

  static final class SizeOfNumber {
    @McpTool(description = "d")
    public void tool(@Size(max = 3) int count) {}
  }

  static final class TwoKinds {
    @McpTool(description = "d")
    @McpPrompt(description = "d")
    public String tool() {
      return "";
    }
  }

  static final class TwoArguments {
    @McpTool(description = "d")
    public void tool(String one, @McpArgument(name = "one") String two) {}
  }

  static final class NoFeature {
    public void tool() {}
  }

  static final class Level2 {
    @McpResource(uri = "a://{+path}", description = "d")
    public String read() {
      return "";
    }
  }

  static final class NoParameter {
    @McpResource(uri = "a://{one}/{two}", description = "d")
    public String read(String one) {
      return "";
    }
  }

  static final class NoVariable {
    @McpResource(uri = "a://{one}", description = "d")
    public String read(String one, String two) {
      return "";
    }
  }

  static final class NoScheme {
    @McpResource(uri = "rooms", description = "d")
    public String read() {
      return "";
    }
  }

  static final class NoContent {
    @McpResource(uri = "a://b", description = "d")
    public void read() {}
  }

  static final class CallerTool {
    @McpTool(description = "d")
    public String tool(RequestContext context) {
      return context.caller().method();
    }
  }

  static final class NoMessages {
    @McpPrompt(description = "d")
    public int prompt() {
      return 0;
    }
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(new BadName(), "BadName.tool: the name of a tool is \"no spaces\"; it must"),
        Arguments.of(new NoDescription(), "NoDescription.tool: has no description"),
        Arguments.of(new NotPublic(), "NotPublic.tool: must be public and not static"),
        Arguments.of(new IsStatic(), "IsStatic.tool: must be public and not static"),
        Arguments.of(new Overloaded(), "Overloaded.tool: is overloaded"),
        Arguments.of(new SameName(), "SameName.two: the name of the tool is \"same\", as that of"),
        Arguments.of(new SamePrompt(), "SamePrompt.two: the name of the prompt is \"same\""),
        Arguments.of(new SameResource(), "SameResource.two: the name of the resource is \"a://b\""),
        Arguments.of(new Stream1(), "Stream1.tool: argument \"in\" has no schema: java.io.Input"),
        Arguments.of(new Function1(), "Function1.tool: argument \"in\" has no schema: java.util.f"),
        Arguments.of(new Keys(), "Keys.tool: argument \"in\" has no schema: the keys of a Map"),
        Arguments.of(new Optionals(), "Optionals.tool: argument \"in\" has no schema: java.util.L"),
        Arguments.of(new Later(), "Later.tool: its result has no schema: java.util.concurrent"),
        Arguments.of(new Maybe(), "Maybe.tool: its result has no schema: an Optional is no result"),
        Arguments.of(
            new DefaultType(), "DefaultType.tool: the default of argument \"count\" does not fit"),
        Arguments.of(new DefaultFraction(), "DefaultFraction.tool: the default of argument"),
        Arguments.of(
            new DefaultEnum(),
            "DefaultEnum.tool: the default of argument \"colour\" does not fit: /colour: \"BLUE\""
                + " is not one of [RED, GREEN]"),
        Arguments.of(
            new DefaultConstraint(),
            "DefaultConstraint.tool: the default of argument \"count\" does not fit: /count: must"
                + " be less than or equal to 10"),
        Arguments.of(
            new DefaultOfRecord(), "DefaultOfRecord.tool: the default of Part.count does not fit"),
        Arguments.of(new RenamedPart(), "RenamedPart.tool: Renamed.name has another name"),
        Arguments.of(new SizeOfNumber(), "SizeOfNumber.tool: its constraints cannot be checked"),
        Arguments.of(new TwoKinds(), "TwoKinds.tool: has several of @McpTool"),
        Arguments.of(new TwoArguments(), "TwoArguments.tool: two arguments have the name \"one\""),
        Arguments.of(new NoFeature(), "NoFeature: has no method with @McpTool"),
        Arguments.of(new Level2(), "Level2.read: The URI template \"a://{+path}\" has the"),
        Arguments.of(
            new NoParameter(), "NoParameter.read: no parameter takes the variable \"two\""),
        Arguments.of(new NoVariable(), "NoVariable.read: no variable of its URI gives the"),
        Arguments.of(new NoScheme(), "NoScheme.read: the URI \"rooms\" has no scheme"),
        Arguments.of(new NoContent(), "NoContent.read: returns nothing"),
        Arguments.of(new NoMessages(), "NoMessages.prompt: returns int; a prompt returns String"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsOneLineWithTheMethod(Object instance, String line) {
    InvalidFeaturesException refused =
        catchThrowableOfType(InvalidFeaturesException.class, () -> AnnotatedFeatures.of(instance));
    assertThat(refused).isNotNull();
    assertThat(refused.errors())
        .anySatisfy(error -> assertThat(error).startsWith(line))
        .allSatisfy(error -> assertThat(error).doesNotContain("\n"));
  }

  @Test
  void allMistakesAreFoundAtOnce() {
    Object[] instances = mistakes().map(mistake -> mistake.get()[0]).toArray();
    InvalidFeaturesException refused =
        catchThrowableOfType(InvalidFeaturesException.class, () -> AnnotatedFeatures.of(instances));
    mistakes()
        .map(mistake -> (String) mistake.get()[1])
        .forEach(
            line ->
                assertThat(refused.errors())
                    .anySatisfy(error -> assertThat(error).startsWith(line)));
    assertThat(refused).hasMessage(String.join("\n", refused.errors()));
  }

  @Test
  void typedToolsAreCheckedToo() {
    assertThatThrownBy(() -> TypedTool.of("no spaces", "", String.class, text -> text))
        .isInstanceOf(InvalidFeaturesException.class)
        .hasMessageContaining("TypedTool no spaces: the name of a tool is")
        .hasMessageContaining("has no description")
        .hasMessageContaining("java.lang.String, which is not a record");
    assertThatThrownBy(() -> TypedTool.of("part", "d", Part.class, part -> part.count()))
        .hasMessageContaining("the default of Part.count does not fit");
  }

  @Test
  void aContextIsNoArgument() {
    assertThat(AnnotatedFeatures.of(new CallerTool()).tools().get(0).definition().inputSchema())
        .containsEntry("properties", Map.of());
  }
}
