package io.everythingmcp.check.rule.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.RecordedProvocation;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.SenderView;
import io.everythingmcp.check.view.ServerMessage;
import io.everythingmcp.check.view.SessionView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** P30 and P31: the requests that follow notifications of changes. */
public final class AnnouncedChanges {
  private AnnouncedChanges() {}

  /**
   * A notification that a client received.
   *
   * @param session its session, or null
   * @param sender its sender at 2026-07-28, or null
   * @param client the {@code clientInfo} of its receiver
   */
  private record ReceivedNotification(
      SessionView session, SenderView sender, JsonNode client, ServerMessage message) {
    /** Returns whether the client sent this request, in any of its sessions or processes. */
    boolean isFor(ClientMessage request) {
      return request.clientInfo().equals(client);
    }

    /** Returns whether the request was sent by the process that received the notification. */
    boolean isForSenderOf(ClientMessage request) {
      return request.session() == session && request.sender() == sender;
    }
  }

  /** P30. A client may wait until it needs the list. */
  public static void listsAgain(JournalView view, RuleObservations seen) {
    seen.unless("no list that the client had requested was announced as changed to it");
    for (ListedFeature feature : ListedFeature.values()) {
      Optional<Long> since = since(view, "P30", "list", feature.kind);
      if (since.isPresent()) {
        for (ReceivedNotification change : received(view, feature.notification(), since.get())) {
          listAgain(view, change, feature, seen);
        }
      }
    }
  }

  private static void listAgain(
      JournalView view, ReceivedNotification change, ListedFeature feature, RuleObservations seen) {
    long at = change.message().at();
    Set<String> listed = new HashSet<>();
    boolean requested = false;
    ClientMessage next = null;
    for (ClientMessage request : view.requests().filter(change::isFor).toList()) {
      boolean list = request.is(feature.list()) && request.accepted();
      if (list && request.responseAt() < at) {
        requested |= change.isForSenderOf(request);
      } else if (list && requested && !request.params().path("cursor").isTextual()) {
        seen.good(request);
        return;
      }
      request.result().path(feature.kind).forEach(one -> listed.add(one.path("name").asText()));
      if (requested
          && change.isForSenderOf(request)
          && !request.is("ping")
          && request.at() > at + JournalView.NO_ORDER) {
        next = next == null ? request : next;
        String name = request.params().path("name").asText();
        if (request.is(feature.call) && !listed.contains(name)) {
          seen.warn(
              request,
              name + ", which is in no requested list, without " + feature.list() + " before",
              change.message().exchange().n());
          return;
        }
      }
    }
    if (view.finished() && next != null) {
      seen.warn(
          next,
          feature.list() + " was not requested after " + feature.notification(),
          change.message().exchange().n());
    }
  }

  /** P31. Only an observation: a client may have no use for the contents. */
  public static void readsAgain(JournalView view, RuleObservations seen) {
    seen.unless("no subscribed resource was announced as updated");
    for (ReceivedNotification update : received(view, "notifications/resources/updated", 0)) {
      String uri = update.message().params().path("uri").asText();
      Optional<Long> since = since(view, "P31", "uri", uri);
      if (since.isEmpty() || update.message().at() < since.get()) {
        continue;
      }
      Optional<ClientMessage> read =
          view.requests()
              .filter(update::isFor)
              .filter(one -> one.is("resources/read") && one.accepted())
              .filter(one -> one.params().path("uri").asText().equals(uri))
              .filter(one -> one.responseAt() >= update.message().at())
              .findFirst();
      if (read.isPresent()) {
        seen.good(read.get());
      } else if (view.finished()) {
        seen.note(update.message().exchange(), uri + " was not read after it was updated");
      }
    }
  }

  /** Returns when the server began to make changes of this kind. */
  private static Optional<Long> since(JournalView view, String id, String detail, String value) {
    return view.provocations(id)
        .filter(one -> one.details().path(detail).asText().equals(value))
        .map(RecordedProvocation::at)
        .min(Long::compare);
  }

  private static List<ReceivedNotification> received(JournalView view, String method, long since) {
    List<ReceivedNotification> all = new ArrayList<>();
    for (SessionView session : view.sessions()) {
      if (session.initialize() != null) {
        session.serverMessages().stream()
            .map(
                message ->
                    new ReceivedNotification(
                        session, null, session.initialize().clientInfo(), message))
            .forEach(all::add);
      }
    }
    view.modernRequests()
        .filter(one -> one.is("subscriptions/listen"))
        .flatMap(
            one ->
                view.serverMessages(one.exchange()).stream()
                    .map(
                        message ->
                            new ReceivedNotification(
                                null, one.sender(), one.clientInfo(), message)))
        .forEach(all::add);
    all.removeIf(one -> !one.message().method().equals(method) || one.message().at() < since);
    return all;
  }

  /** Features whose lists change in a run. */
  private enum ListedFeature {
    TOOLS("tools", "tools/call"),
    PROMPTS("prompts", "prompts/get");

    private final String kind;
    private final String call;

    ListedFeature(String kind, String call) {
      this.kind = kind;
      this.call = call;
    }

    String list() {
      return kind + "/list";
    }

    String notification() {
      return "notifications/" + kind + "/list_changed";
    }
  }
}
