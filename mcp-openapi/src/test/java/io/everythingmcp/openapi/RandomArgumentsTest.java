package io.everythingmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.openapi.request.InvalidArgumentValueException;
import io.everythingmcp.openapi.request.RequestTemplate;
import io.everythingmcp.openapi.request.ServiceRequest;
import io.everythingmcp.openapi.service.ServiceOperation;
import io.everythingmcp.testing.RecordingCall;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any JSON value becomes a request to its own path, or is refused with its argument. */
class RandomArgumentsTest {
  private static final int CALLS = 3_000;
  private static final String CHARACTERS = "aZ09 ./\\?#%&=+;:@,{}[]\"'<>|^`~!$()*-_\t\r\n\0ü漢😀";

  @ParameterizedTest
  @CsvSource({
    "path, simple",
    "path, label",
    "path, matrix",
    "query, form",
    "query, spaceDelimited",
    "query, pipeDelimited",
    "query, deepObject",
    "header, simple",
    "cookie, form"
  })
  void valueOfAnArgument(String location, String style) {
    Random random = new Random(7);
    for (boolean explode : new boolean[] {true, false}) {
      String parameter =
          "\"parameters\": [{\"name\": \"a\", \"in\": \"%s\", \"required\": true, \"style\": \"%s\","
                  .formatted(location, style)
              + " \"explode\": %s, \"schema\": {}}]".formatted(explode);
      String path = location.equals("path") ? "/start/{a}/end" : "/start/end";
      OperationTool tool =
          (OperationTool)
              OperationDocuments.tool(
                  OperationDocuments.get("3.1.0", path, parameter),
                  URI.create("http://localhost:1/base"));
      RequestTemplate template = ((ServiceOperation) tool.operation()).template();
      int sent = 0;
      for (int call = 0; call < CALLS; call++) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("a", value(random, 2));
        try {
          assertOwnPath(template.request(RecordingCall.with(arguments)), location);
          sent++;
        } catch (InvalidArgumentValueException e) {
          assertThat(e).hasMessageStartingWith("/a: ").hasMessageNotContaining("\n");
        }
      }
      assertThat(sent).as("requests").isBetween(CALLS / 20, CALLS);
    }
  }

  private static void assertOwnPath(ServiceRequest request, String location) {
    URI url = request.url();
    assertThat(url.getAuthority()).isEqualTo("localhost:1");
    assertThat(url.normalize()).isEqualTo(url);
    assertThat(url.getRawFragment()).isNull();
    assertThat(url.getRawPath().split("/", -1))
        .hasSize(location.equals("path") ? 5 : 4)
        .startsWith("", "base", "start")
        .endsWith("end");
    assertThat(request.headers().toString()).doesNotContain("\r", "\n", "\0");
  }

  private static @Nullable Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 7)) {
      case 0 -> random.nextInt();
      case 1 -> random.nextDouble() * 1e9;
      case 2 -> random.nextBoolean();
      case 3 -> random.nextInt(4) == 0 ? null : text(random);
      case 4 -> text(random);
      case 5 -> {
        List<Object> elements = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0; count--) {
          elements.add(value(random, depth - 1));
        }
        yield elements;
      }
      default -> {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int count = random.nextInt(3); count > 0; count--) {
          members.put(text(random), value(random, depth - 1));
        }
        yield members;
      }
    };
  }

  private static String text(Random random) {
    int[] characters = CHARACTERS.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(6); length > 0; length--) {
      text.appendCodePoint(characters[random.nextInt(characters.length)]);
    }
    return text.toString();
  }
}
