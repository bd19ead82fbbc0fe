package io.everythingmcp.everything.tools.input;

import static io.everythingmcp.api.support.SchemaBuilder.array;
import static io.everythingmcp.api.support.SchemaBuilder.bool;
import static io.everythingmcp.api.support.SchemaBuilder.enumeration;
import static io.everythingmcp.api.support.SchemaBuilder.integer;
import static io.everythingmcp.api.support.SchemaBuilder.number;
import static io.everythingmcp.api.support.SchemaBuilder.string;
import static io.everythingmcp.api.support.SchemaBuilder.titledOption;

import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.SchemaProperty;
import java.util.List;
import java.util.Map;

/**
 * A form with every kind of field that a form may have.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation#requested-schema">Requested
 *     schema</a>
 */
public final class InputForm {
  private InputForm() {}

  static Map<String, Object> schema() {
    SchemaBuilder form =
        SchemaBuilder.object()
            .required(
                "name", string("Your full, legal name").title("Full Name").lengthRange(1, 100))
            .optional(
                "check", bool("A boolean check").title("Accept the terms").defaultValue(false))
            .optional(
                "color",
                string("Favorite color (open text)").title("Favorite Color").defaultValue("blue"));
    texts(form);
    numbers(form);
    choices(form);
    return form.schema();
  }

  private static void texts(SchemaBuilder form) {
    form.optional(
            "email",
            string("Your email address (will be verified, and never shared with anyone else)")
                .title("Email Address")
                .format("email"))
        .optional("homepage", string("Homepage / personal site").title("Homepage").format("uri"))
        .optional(
            "birthdate",
            string("Your date of birth (will never be shared with anyone else)")
                .title("Birthdate")
                .format("date"))
        .optional(
            "appointment",
            string("A date and a time that suit you").title("Appointment").format("date-time"));
  }

  private static void numbers(SchemaBuilder form) {
    form.optional(
            "integer",
            integer(
                    "Your favorite integer (do not give us your phone number, pin, or other"
                        + " sensitive info)")
                .title("Favorite Integer")
                .range(1, 100)
                .defaultValue(42))
        .optional(
            "number",
            number("Favorite number (any number)")
                .title("Favorite Number")
                .range(0, 1000)
                .defaultValue(3.14));
  }

  private static void choices(SchemaBuilder form) {
    form.optional("petType", pet())
        .optional(
            "instrument",
            enumeration("Your favorite instrument", "Guitar", "Piano", "Violin")
                .title("Instrument")
                .defaultValue("Guitar"))
        .optional(
            "season",
            string("Your favorite season")
                .title("Season")
                .with(
                    "oneOf",
                    List.of(titledOption("season-1", "Spring"), titledOption("season-2", "Autumn")))
                .defaultValue("season-1"))
        .optional(
            "languages",
            array("Languages you speak", enumeration(null, "English", "French", "German").schema())
                .title("Languages")
                .itemCount(1, 3)
                .defaultValue(List.of("English")))
        .optional(
            "fish",
            array("Your favorite fish", Map.of("anyOf", fish()))
                .title("Fish")
                .itemCount(1, 3)
                .defaultValue(List.of("fish-1")));
  }

  private static List<Map<String, Object>> fish() {
    return List.of(
        titledOption("fish-1", "Tuna"),
        titledOption("fish-2", "Salmon"),
        titledOption("fish-3", "Trout"));
  }

  /** Titles in {@code enumNames}: the legacy form, which clients must still support. */
  private static SchemaProperty pet() {
    return enumeration("Your favorite pet type", "cats", "dogs", "birds", "fish", "reptiles")
        .title("Pet type")
        .with("enumNames", List.of("Cats", "Dogs", "Birds", "Fish", "Reptiles"))
        .defaultValue("dogs");
  }
}
