package io.everythingmcp.check.rule.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.RecordedHeader;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** M05 to M08: headers that mirror the name and the arguments of a call. */
public final class NameHeaders {
  private static final String PARAM = "mcp-param-";

  private NameHeaders() {}

  private static Optional<String> name(ClientMessage message) {
    JsonNode name =
        switch (message.method()) {
          case "tools/call", "prompts/get" -> message.params().path("name");
          case "resources/read" -> message.params().path("uri");
          case "tasks/get", "tasks/update", "tasks/cancel" -> message.params().path("taskId");
          default -> message.params().path("");
        };
    return name.isTextual() ? Optional.of(name.textValue()) : Optional.empty();
  }

  /** M05. */
  public static void name(JournalView view, RuleObservations seen) {
    seen.unless("no request of 2026-07-28 has a name");
    view.modernRequests()
        .filter(message -> name(message).isPresent())
        .forEach(
            message -> {
              String header = message.exchange().request().headers().first("Mcp-Name").orElse(null);
              String body = name(message).get();
              if (header == null) {
                seen.fail(message, "no Mcp-Name on " + message.method());
              } else if (body.equals(HeaderValues.decode(header))) {
                seen.good(message);
              } else if (encodingProblem(header, body) == null) {
                seen.fail(message, "Mcp-Name: " + header + ", the body has \"" + body + "\"");
              }
            });
  }

  private static String encodingProblem(String header, String body) {
    if (header.chars().anyMatch(c -> (c < 0x20 && c != '\t') || c > 0x7e)) {
      return "characters that must be encoded in " + header;
    }
    if (HeaderValues.decode(header) == null) {
      return header + ", which cannot be decoded";
    }
    // Sent as it is, a value of this form means another one.
    return body != null && HeaderValues.needsEncoding(body) && header.strip().equals(body.strip())
        ? "the value " + header + " not encoded"
        : null;
  }

  /** M06. */
  public static void encoding(JournalView view, RuleObservations seen) {
    seen.unless("no Mcp-Name or Mcp-Param header was sent");
    view.modernRequests()
        .forEach(
            message -> {
              Map<String, JsonNode> annotated =
                  ParameterHeaders.annotated(message.tool().path("inputSchema"));
              for (RecordedHeader header : message.exchange().request().headers().fields()) {
                String lower = header.name().toLowerCase(Locale.ROOT);
                if (!lower.equals("mcp-name") && !lower.startsWith(PARAM)) {
                  continue;
                }
                String body =
                    lower.equals("mcp-name")
                        ? name(message).orElse(null)
                        : ParameterHeaders.text(
                            ParameterHeaders.argument(
                                annotated, lower.substring(PARAM.length()), message));
                String wrong = encodingProblem(header.value(), body);
                if (wrong != null) {
                  seen.fail(message, header.name() + ": " + wrong);
                } else {
                  seen.good(message);
                }
              }
            });
  }

  /** M07. */
  public static void parameters(JournalView view, RuleObservations seen) {
    seen.unless("no tool with annotated parameters was called");
    if (view.provoked("P27")) {
      seen.unless("the definition was changed on purpose");
      return;
    }
    view.modernRequests()
        .filter(message -> message.is("tools/call") && !message.tool().isMissingNode())
        .forEach(message -> parameters(message, seen));
  }

  private static void parameters(ClientMessage message, RuleObservations seen) {
    Map<String, JsonNode> annotated =
        ParameterHeaders.annotated(message.tool().path("inputSchema"));
    if (annotated.isEmpty() || ParameterHeaders.problem(message.tool()) != null) {
      return;
    }
    for (String name : annotated.keySet()) {
      JsonNode argument = ParameterHeaders.argument(annotated, name, message);
      String header =
          message.exchange().request().headers().first("Mcp-Param-" + name).orElse(null);
      boolean there = !argument.isMissingNode() && !argument.isNull();
      if (!there && header != null) {
        seen.fail(message, "Mcp-Param-" + name + " though the argument is " + absent(argument));
      } else if (there && header == null) {
        seen.fail(message, "no Mcp-Param-" + name + ", the argument is " + argument);
      } else if (there && !equal(argument, header)) {
        seen.fail(message, "Mcp-Param-" + name + ": " + header + ", the argument is " + argument);
      } else {
        seen.good(message);
      }
    }
  }

  private static String absent(JsonNode argument) {
    return argument.isNull() ? "null" : "absent";
  }

  private static boolean equal(JsonNode argument, String header) {
    String decoded = HeaderValues.decode(header);
    String text = ParameterHeaders.text(argument);
    if (decoded == null || encodingProblem(header, text) != null) {
      // Its encoding is another rule.
      return true;
    }
    if (argument.isNumber()) {
      try {
        return new BigDecimal(decoded).compareTo(argument.decimalValue()) == 0;
      } catch (NumberFormatException e) {
        return false;
      }
    }
    return decoded.equals(text);
  }

  /** M08. */
  public static void invalidTools(JournalView view, RuleObservations seen) {
    seen.unless("no tool with an invalid annotation was listed");
    Set<String> invalid = new HashSet<>();
    view.modernRequests()
        .forEach(
            message -> {
              if (message.is("tools/list")) {
                message
                    .result()
                    .path("tools")
                    .forEach(
                        tool -> {
                          if (ParameterHeaders.problem(tool) != null) {
                            invalid.add(tool.path("name").asText());
                          }
                        });
              } else if (message.is("tools/call") && !invalid.isEmpty()) {
                String wrong = ParameterHeaders.problem(message.tool());
                if (wrong != null) {
                  seen.fail(message, message.params().path("name").asText() + ": " + wrong);
                } else if (!message.tool().isMissingNode()) {
                  seen.good(message);
                }
              }
            });
  }
}
