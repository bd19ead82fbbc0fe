package io.everythingmcp.api.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.everythingmcp.api.typed.RecordArguments.DirectRecords;
import io.everythingmcp.api.typed.RecordArguments.RecordParts;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records whose values need no conversion, and those that must be converted. */
class DirectRecordsTest {
  private final DirectRecords direct = new DirectRecords(new RecordParts());
  private final ArgumentConverter converter = TypeToolkit.shared().converter();

  record Plain(String text, boolean flag, int count, long size, double weight) {}

  record Refusing(int count) {
    Refusing {
      if (count < 0) {
        throw new IllegalArgumentException("count must not be negative");
      }
    }
  }

  record Renamed(@JsonProperty("other") String text) {}

  record Upper(@JsonDeserialize(converter = UpperCase.class) String text) {}

  @Retention(RetentionPolicy.RUNTIME)
  @JacksonAnnotationsInside
  @JsonDeserialize(converter = UpperCase.class)
  @interface InUpperCase {}

  record Bundled(@InUpperCase String text) {}

  record Created(String text) {
    @JsonCreator
    static Created of(@JsonProperty("text") String text) {
      return new Created("<" + text + ">");
    }
  }

  interface Named {
    @JsonProperty("name")
    String text();
  }

  record Implementing(String text) implements Named {}

  static final class UpperCase extends StdConverter<String, String> {
    @Override
    public String convert(String value) {
      return value.toUpperCase(java.util.Locale.ROOT);
    }
  }

  @Test
  void valuesOfTheTypesOfTheComponentsArePassed() {
    Map<String, Object> members =
        Map.of("text", "a", "flag", true, "count", 1, "size", 2L, "weight", 2.5, "more", "ignored");
    assertThat(direct.create(Plain.class, members)).isEqualTo(new Plain("a", true, 1, 2, 2.5));
  }

  @Test
  void valuesOfOtherTypesAreConverted() throws Exception {
    Map<String, Object> members =
        Map.of("text", "a", "flag", true, "count", 1, "size", 2, "weight", 3);
    assertThat(direct.create(Plain.class, members)).isNull();
    assertThat(converter.convert("", members, Plain.class))
        .isEqualTo(new Plain("a", true, 1, 2, 3));
  }

  @Test
  void missingValuesAreLeftToTheConversion() {
    assertThat(direct.create(Plain.class, Map.of("text", "a"))).isNull();
    assertThatThrownBy(() -> converter.convert("", Map.of("text", "a"), Plain.class))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void theMessageOfAConstructorIsPartOfTheError() {
    assertThatThrownBy(() -> converter.convert("/order", Map.of("count", -1), Refusing.class))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("/order: is invalid: count must not be negative");
  }

  @Test
  void annotationsOfJacksonHold() throws Exception {
    assertThat(converter.convert("", Map.of("other", "a"), Renamed.class))
        .isEqualTo(new Renamed("a"));
    assertThat(converter.convert("", Map.of("text", "a"), Upper.class)).isEqualTo(new Upper("A"));
    assertThat(converter.convert("", Map.of("text", "a"), Bundled.class))
        .isEqualTo(new Bundled("A"));
    assertThat(converter.convert("", Map.of("text", "a"), Created.class))
        .isEqualTo(new Created("<a>"));
    for (Class<?> type :
        List.of(Renamed.class, Upper.class, Bundled.class, Created.class, Implementing.class)) {
      assertThat(direct.create(type, Map.of("text", "a"))).as(type.getSimpleName()).isNull();
    }
  }
}
