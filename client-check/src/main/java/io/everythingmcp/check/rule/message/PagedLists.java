package io.everythingmcp.check.rule.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** P59: lists are read to the last page. */
public final class PagedLists {
  private PagedLists() {}

  /**
   * P59. Only a client that has requested a second page is judged: others may read a list as far as
   * it is shown. No revision defines what follows a rejected cursor.
   */
  public static void readToTheEnd(JournalView view, RuleObservations seen) {
    seen.unless("no list was read up to an empty or a rejected cursor");
    List<ClientMessage> lists = view.requests().filter(one -> one.is("tools/list")).toList();
    for (ClientMessage list : lists) {
      List<ClientMessage> later =
          lists.stream().filter(one -> one.n() > list.n() && one.sameClientAs(list)).toList();
      switch (variant(view, list)) {
        case "empty" -> emptyCursor(view, list, later, seen);
        case "refused" -> rejectedCursor(view, list, later, seen);
        default -> ownLimit(view, list, later, seen);
      }
    }
  }

  private static String variant(JournalView view, ClientMessage list) {
    return view.provocations("P59")
        .filter(one -> one.n() == list.n())
        .map(one -> one.details().path("variant").asText())
        .findFirst()
        .orElse("");
  }

  private static JsonNode cursor(ClientMessage list) {
    return list.params().path("cursor");
  }

  /** Revisions before 2026-07-28 do not define whether an empty cursor is the end. */
  private static void emptyCursor(
      JournalView view, ClientMessage list, List<ClientMessage> later, RuleObservations seen) {
    Optional<ClientMessage> next =
        first(later, one -> cursor(one).isTextual() && cursor(one).textValue().isEmpty());
    if (next.isPresent()) {
      seen.good(next.get());
    } else if (view.finished()) {
      String received = "the empty nextCursor of this page was not used";
      if (list.modern()) {
        seen.warn(list, received);
      } else {
        seen.note(list, received);
      }
    }
  }

  private static void rejectedCursor(
      JournalView view, ClientMessage list, List<ClientMessage> later, RuleObservations seen) {
    Optional<ClientMessage> restart = first(later, one -> !cursor(one).isTextual());
    if (restart.isPresent()) {
      seen.good(restart.get());
    } else if (view.finished()) {
      seen.note(list, "the list was not requested from its start after this cursor was rejected");
    }
  }

  /** A client may limit the number of pages. */
  private static void ownLimit(
      JournalView view, ClientMessage list, List<ClientMessage> later, RuleObservations seen) {
    String next = list.result().path("nextCursor").asText("");
    boolean stopped =
        later.stream().noneMatch(one -> cursor(one).asText("").equals(next))
            && first(later, one -> !cursor(one).isTextual()).isEmpty();
    if (view.finished() && cursor(list).isTextual() && !next.isEmpty() && stopped) {
      seen.note(list, "no page was requested after this one, although it has a nextCursor");
    }
  }

  private static Optional<ClientMessage> first(
      List<ClientMessage> messages, Predicate<ClientMessage> wanted) {
    return messages.stream().filter(wanted).findFirst();
  }
}
