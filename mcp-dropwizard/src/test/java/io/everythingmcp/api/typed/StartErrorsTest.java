package io.everythingmcp.api.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each defect is reported when the catalog is created, in a line that begins with the method. */
class StartErrorsTest {
  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            new InvalidFeatures.BadName(),
            "BadName.tool: invalid tool name \"no spaces\"; it must"),
        Arguments.of(new InvalidFeatures.NoDescription(), "NoDescription.tool: has no description"),
        Arguments.of(
            new InvalidFeatures.NotPublic(), "NotPublic.tool: must be public and not static"),
        Arguments.of(
            new InvalidFeatures.IsStatic(), "IsStatic.tool: must be public and not static"),
        Arguments.of(new InvalidFeatures.Overloaded(), "Overloaded.tool: is overloaded"),
        Arguments.of(
            new InvalidFeatures.SameName(),
            "SameName.two: duplicate tool name \"same\", also used by"),
        Arguments.of(
            new InvalidFeatures.SamePrompt(), "SamePrompt.two: duplicate prompt name \"same\""),
        Arguments.of(
            new InvalidFeatures.SameResource(),
            "SameResource.two: duplicate resource name \"a://b\""),
        Arguments.of(
            new InvalidFeatures.Stream1(),
            "Stream1.tool: argument \"in\" has no JSON Schema: java.io.Input"),
        Arguments.of(
            new InvalidFeatures.Function1(),
            "Function1.tool: argument \"in\" has no JSON Schema: java.util.f"),
        Arguments.of(
            new InvalidFeatures.Keys(),
            "Keys.tool: argument \"in\" has no JSON Schema: the keys of a Map"),
        Arguments.of(
            new InvalidFeatures.Optionals(),
            "Optionals.tool: argument \"in\" has no JSON Schema: java.util.L"),
        Arguments.of(
            new InvalidFeatures.Later(),
            "Later.tool: its result has no JSON Schema: java.util.concurrent"),
        Arguments.of(
            new InvalidFeatures.Maybe(),
            "Maybe.tool: its result has no JSON Schema: Optional is not a valid"),
        Arguments.of(
            new InvalidFeatures.DefaultType(),
            "DefaultType.tool: invalid default value of argument \"count\""),
        Arguments.of(
            new InvalidFeatures.DefaultFraction(),
            "DefaultFraction.tool: invalid default value of argument"),
        Arguments.of(
            new InvalidFeatures.DefaultEnum(),
            "DefaultEnum.tool: invalid default value of argument \"colour\": /colour: \"BLUE\""
                + " is not one of [RED, GREEN]"),
        Arguments.of(
            new InvalidFeatures.DefaultConstraint(),
            "DefaultConstraint.tool: invalid default value of argument \"count\": /count: must"
                + " be less than or equal to 10"),
        Arguments.of(
            new InvalidFeatures.DefaultOfRecord(),
            "DefaultOfRecord.tool: invalid default value of Part.count"),
        Arguments.of(
            new InvalidFeatures.RenamedPart(), "RenamedPart.tool: Renamed.name is renamed"),
        Arguments.of(
            new InvalidFeatures.SizeOfNumber(),
            "SizeOfNumber.tool: its constraints cannot be checked"),
        Arguments.of(
            new InvalidFeatures.TwoKinds(), "TwoKinds.tool: must have exactly one of @McpTool"),
        Arguments.of(
            new InvalidFeatures.TwoArguments(),
            "TwoArguments.tool: duplicate argument name \"one\""),
        Arguments.of(
            new InvalidCompletions.OfNothing(),
            "OfNothing.names: no method \"other\" of its class has @McpPrompt or @McpResource"),
        Arguments.of(
            new InvalidCompletions.OfTool(), "OfTool.names: no method \"tool\" of its class has"),
        Arguments.of(
            new InvalidCompletions.OfNoArgument(),
            "OfNoArgument.names: prompt has no argument \"other\""),
        Arguments.of(
            new InvalidCompletions.NoList(),
            "NoList.names: returns java.lang.String; a completion method must"),
        Arguments.of(
            new InvalidCompletions.WrongParameter(),
            "WrongParameter.names: may have only one parameter, a Map<String"),
        Arguments.of(
            new InvalidCompletions.Twice(),
            "Twice.others: duplicate completion method for \"name\" of prompt"),
        Arguments.of(
            new InvalidCompletions.NotPublic(), "NotPublic.names: must be public and not static"),
        Arguments.of(new InvalidFeatures.NoFeature(), "NoFeature: has no method with @McpTool"),
        Arguments.of(
            new InvalidFeatures.Level2(), "Level2.read: The URI template \"a://{+path}\" has the"),
        Arguments.of(
            new InvalidFeatures.NoParameter(),
            "NoParameter.read: no parameter for the URI variable \"two\""),
        Arguments.of(new InvalidFeatures.NoVariable(), "NoVariable.read: parameter \""),
        Arguments.of(
            new InvalidFeatures.NoScheme(), "NoScheme.read: the URI \"rooms\" has no scheme"),
        Arguments.of(new InvalidFeatures.NoContent(), "NoContent.read: returns void"),
        Arguments.of(
            new InvalidFeatures.NoMessages(),
            "NoMessages.prompt: returns int; a prompt must return String"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void errorIsOneLineWithTheMethod(Object instance, String line) {
    InvalidFeaturesException refused =
        catchThrowableOfType(InvalidFeaturesException.class, () -> AnnotatedFeatures.of(instance));
    assertThat(refused).isNotNull();
    assertThat(refused.errors())
        .anySatisfy(error -> assertThat(error).startsWith(line))
        .allSatisfy(error -> assertThat(error).doesNotContain("\n"));
  }

  @Test
  void allErrorsAreReportedTogether() {
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
  void typedToolsAreChecked() {
    assertThatThrownBy(() -> TypedTool.of("no spaces", "", String.class, text -> text))
        .isInstanceOf(InvalidFeaturesException.class)
        .hasMessageContaining("TypedTool no spaces: invalid tool name")
        .hasMessageContaining("has no description")
        .hasMessageContaining("java.lang.String must be a record");
    assertThatThrownBy(
            () -> TypedTool.of("part", "d", InvalidFeatures.Part.class, part -> part.count()))
        .hasMessageContaining("invalid default value of Part.count");
  }

  @Test
  void contextIsNoArgument() {
    assertThat(
            AnnotatedFeatures.of(new InvalidFeatures.CallerTool())
                .tools()
                .get(0)
                .definition()
                .inputSchema())
        .containsEntry("properties", Map.of());
  }
}
