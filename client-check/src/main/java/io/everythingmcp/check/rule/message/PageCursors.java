package io.everythingmcp.check.rule.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import java.util.HashMap;
import java.util.Map;

/** B14: only cursors of the server are used. */
public final class PageCursors {
  private PageCursors() {}

  /** B14. A cursor of another session of the run passes: a new login does not end a listing. */
  public static void given(JournalView view, RuleObservations seen) {
    seen.unless("no second page was requested");
    Map<String, Long> given = new HashMap<>();
    Map<String, ClientMessage> elsewhere = new HashMap<>();
    for (ClientMessage message : view.messages()) {
      JsonNode next = message.result().path("nextCursor");
      if (next.isTextual()) {
        given.merge(message.method() + ' ' + next.textValue(), message.responseAt(), Math::min);
        elsewhere.putIfAbsent(next.textValue(), message);
      }
    }
    for (ClientMessage message : view.messages()) {
      JsonNode cursor = message.params().path("cursor");
      if (!message.isRequest() || !message.accepted() || !cursor.isTextual()) {
        continue;
      }
      Long at = given.get(message.method() + ' ' + cursor.textValue());
      ClientMessage other = elsewhere.get(cursor.textValue());
      if (at != null && at <= message.at()) {
        seen.good(message);
      } else if (at == null && other != null) {
        seen.fail(message, "a cursor that was given for " + other.method(), other.n());
      } else {
        seen.fail(message, "the cursor \"" + cursor.textValue() + "\", which was never given");
      }
    }
  }
}
