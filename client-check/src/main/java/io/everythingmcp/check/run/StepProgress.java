package io.everythingmcp.check.run;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.JournalJson;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.RecordedExchange;
import java.util.List;
import java.util.Optional;

/**
 * Which steps of a preset were seen.
 *
 * @param steps all of them
 * @param done so many of the first ones were seen
 * @param since when the next one began to be waited for, in milliseconds since 1970
 */
public record StepProgress(List<RunPreset.Step> steps, int done, long since) {
  /**
   * Evaluates a journal: a step counts only after the one before it.
   *
   * @param skips when the user skipped a step, in milliseconds since 1970
   */
  public static StepProgress of(RunPreset preset, JournalSnapshot journal, List<Long> skips) {
    int done = 0;
    int skipped = 0;
    long since = journal.facts().startedAt();
    for (RecordedExchange exchange : journal.exchanges()) {
      while (skipped < skips.size() && skips.get(skipped) <= exchange.at()) {
        since = skips.get(skipped++);
        done++;
      }
      while (done < preset.steps().size()
          && exchange.response().status() > 0
          && seen(preset.steps().get(done).seen(), exchange)) {
        done++;
        since = exchange.at();
        if (!together(preset, done)) {
          break;
        }
      }
    }
    if (skipped < skips.size()) {
      done += skips.size() - skipped;
      since = skips.get(skips.size() - 1);
    }
    return new StepProgress(preset.steps(), Math.min(done, preset.steps().size()), since);
  }

  /** One exchange may be two steps only where they are different in kind. */
  private static boolean together(RunPreset preset, int done) {
    return done < preset.steps().size()
        && !preset.steps().get(done).seen().startsWith("call:")
        && !preset.steps().get(done).seen().startsWith("fault:")
        && !preset.steps().get(done).seen().startsWith("status:");
  }

  private static boolean seen(String what, RecordedExchange exchange) {
    int colon = what.indexOf(':');
    String kind = colon < 0 ? what : what.substring(0, colon);
    String value = colon < 0 ? "" : what.substring(colon + 1);
    return switch (kind) {
      case "handshake" -> good(exchange) && exchange.endpoint().takesMessages();
      case "list" -> good(exchange) && exchange.request().body().text().contains(value + "/list");
      case "call" -> good(exchange) && calls(exchange, value);
      case "status" -> exchange.response().status() == Integer.parseInt(value);
      case "endpoint" -> good(exchange) && exchange.endpoint() == EndpointKind.valueOf(value);
      case "fault" -> value.equals(exchange.fault());
      case "disconnect" ->
          exchange.endpoint() == EndpointKind.MCP && exchange.request().method().equals("DELETE");
      default -> false;
    };
  }

  private static boolean good(RecordedExchange exchange) {
    return exchange.response().status() / 100 == 2;
  }

  private static boolean calls(RecordedExchange exchange, String tool) {
    String body = exchange.request().body().text();
    if (!exchange.endpoint().takesMessages() || !body.contains("tools/call")) {
      return false;
    }
    try {
      return JournalJson.parse(body).path("params").path("name").asText("").equals(tool);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return false;
    }
  }

  /** Returns the next step of the user; empty at the end. */
  public Optional<RunPreset.Step> next() {
    return done < steps.size() ? Optional.of(steps.get(done)) : Optional.empty();
  }
}
