package io.everythingmcp.api.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputFormTest {
  enum Colour {
    RED,
    BLUE
  }

  record Choice(Colour colour, List<Colour> others) {}

  record Nested(Choice choice) {}

  record Numbers(List<Integer> numbers) {}

  record Anything(Map<String, String> values) {}

  @Test
  void singleValueIsAFormWithItsKey() throws InvalidArgumentException {
    TypedForm<Colour> form = TypedForm.of("colour", Colour.class);
    assertThat(form.schema())
        .containsEntry("required", List.of("colour"))
        .extractingByKey("properties")
        .hasToString("{colour={type=string, enum=[RED, BLUE]}}");
    assertThat(form.convert(Map.of("colour", "BLUE"))).isEqualTo(Colour.BLUE);
    assertThat(TypedForm.of("other", Colour.class).schema())
        .containsEntry("required", List.of("other"));
  }

  @Test
  void recordIsAFormWithItsComponents() throws InvalidArgumentException {
    TypedForm<Choice> form = TypedForm.of("choice", Choice.class);
    assertThat(form.schema()).containsEntry("required", List.of("colour", "others"));
    assertThat(form.convert(Map.of("colour", "RED", "others", List.of("BLUE"))))
        .isEqualTo(new Choice(Colour.RED, List.of(Colour.BLUE)));
  }

  @ParameterizedTest
  @ValueSource(classes = {Nested.class, Numbers.class, Anything.class})
  void formHasNoFieldsOfOtherTypes(Class<?> type) {
    assertThatThrownBy(() -> TypedForm.of("it", type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Input request \"it\" has no valid form: its field \"")
        .hasMessageContaining("neither a string, a number, a boolean, an enumeration nor");
  }
}
