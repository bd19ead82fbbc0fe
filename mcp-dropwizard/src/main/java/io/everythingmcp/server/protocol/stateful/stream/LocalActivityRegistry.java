package io.everythingmcp.server.protocol.stateful.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.session.SessionStore;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.SecureIds;
import io.everythingmcp.server.wire.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Registry of the activities of sessions on this instance, with one subscription per session while
 * there are activities.
 */
public final class LocalActivityRegistry {
  private final SessionStore sessions;
  private final String self = SecureIds.random();
  private final ConcurrentHashMap<String, Held> entries = new ConcurrentHashMap<>();
  private volatile boolean renewalFailed;

  public LocalActivityRegistry(SessionStore sessions) {
    this.sessions = sessions;
  }

  /** Registers an activity of a session until it is removed or the session ends. */
  public void add(String session, LocalSessionActivity attachment) {
    entries.compute(
        session,
        (id, old) -> {
          Held now = old == null ? new Held() : old;
          now.list.add(attachment);
          return now;
        });
    subscribe(session);
  }

  private void subscribe(String session) {
    Held now = entries.get(session);
    if (now != null && now.markSubscribed()) {
      now.subscription =
          sessions
              .controlChannel()
              .subscribe(session, message -> onControlMessage(session, message));
      if (entries.get(session) != now) {
        now.subscription.close();
      }
    }
  }

  /** Holds it no longer. */
  public void remove(String session, LocalSessionActivity attachment) {
    Held[] empty = new Held[1];
    entries.computeIfPresent(
        session,
        (id, now) -> {
          now.list.remove(attachment);
          if (!now.list.isEmpty()) {
            return now;
          }
          empty[0] = now;
          return null;
        });
    if (empty[0] != null && empty[0].subscription != null) {
      empty[0].subscription.close();
    }
  }

  /** Returns the current activities of a session. */
  public List<LocalSessionActivity> activitiesOf(String session) {
    List<LocalSessionActivity> now = new ArrayList<>();
    entries.computeIfPresent(
        session,
        (id, existing) -> {
          now.addAll(existing.list);
          return existing;
        });
    return now;
  }

  /** Notifies all activities of all sessions that the server is shutting down. */
  public void drain() {
    entries
        .keySet()
        .forEach(
            session -> activitiesOf(session).forEach(LocalSessionActivity::onInstanceShutdown));
  }

  /** Returns the sessions with registered activities. */
  public Set<String> sessions() {
    return Set.copyOf(entries.keySet());
  }

  /** Returns whether a request is in progress or suspended on this instance. */
  public boolean handlesRequest(String session, JsonNode requestId) {
    Held now = entries.get(session);
    return now != null
        && activitiesOf(session).stream()
            .anyMatch(attachment -> attachment.handlesRequest(requestId));
  }

  /** Returns the sessions with a stream for unsolicited messages on this instance. */
  public List<String> sessionsWithGetStream() {
    return entries.keySet().stream()
        .filter(
            session ->
                activitiesOf(session).stream().anyMatch(LocalActivityRegistry::announceGetStream))
        .toList();
  }

  private static boolean announceGetStream(LocalSessionActivity attachment) {
    return attachment instanceof EventStreamWriter writer && writer.unrelated();
  }

  /**
   * Removes activities of expired sessions, and of requests that continued on another instance.
   * Must be called periodically.
   */
  public void removeStale() {
    for (String session : entries.keySet()) {
      if (sessions.findById(session).isEmpty()) {
        end(session);
      } else {
        activitiesOf(session).stream()
            .filter(LocalSessionActivity::isObsolete)
            .forEach(LocalSessionActivity::sessionEnded);
      }
    }
  }

  /**
   * Extends the lifetime of the sessions in use on this instance, and releases those that have
   * ended. Must be called several times per session lifetime. While the store is unavailable no
   * session counts as ended; the call is retried soon.
   */
  public void use() {
    try {
      for (String session : entries.keySet()) {
        if (activitiesOf(session).stream().anyMatch(LocalSessionActivity::uses)
            && !sessions.touch(session)) {
          end(session);
        }
      }
      renewalFailed = false;
    } catch (StoreUnavailableException e) {
      renewalFailed = true;
    }
  }

  /** Lets all activities check for missed events. Must be called periodically. */
  public void poll() {
    if (renewalFailed) {
      use();
    }
    entries.keySet().forEach(session -> activitiesOf(session).forEach(LocalSessionActivity::poll));
  }

  /** Returns the number of requests in progress on this instance, without suspended ones. */
  public int running() {
    return entries.keySet().stream()
        .mapToInt(
            session ->
                (int)
                    activitiesOf(session).stream().filter(LocalSessionActivity::isRunning).count())
        .sum();
  }

  /** Cancels a request of a session if it is on this instance. */
  public boolean cancelHere(String session, JsonNode requestId) {
    return activitiesOf(session).stream().anyMatch(attachment -> attachment.cancel(requestId));
  }

  /** Cancels a request of a session on any other instance. */
  public void cancelElsewhere(String session, JsonNode requestId) {
    sessions
        .controlChannel()
        .publish(session, WireJson.object().put("action", "cancel").set("request", requestId));
  }

  /** Announces a GET stream on this instance, so that streams at other instances are paused. */
  public void announceGetStream(String session) {
    sessions
        .controlChannel()
        .publish(session, WireJson.object().put("action", "listens").put("at", self));
  }

  /** Announces that the GET stream on this instance has ended. */
  public void withdrawGetStream(String session) {
    sessions
        .controlChannel()
        .publish(session, WireJson.object().put("action", "left").put("at", self));
  }

  /** Publishes that a stream is resumed on this instance, so that its other connections close. */
  void resumed(String session, String stream) {
    sessions
        .controlChannel()
        .publish(
            session,
            WireJson.object().put("action", "resumed").put("stream", stream).put("at", self));
  }

  private void onControlMessage(String session, String message) {
    if (message.isEmpty()) {
      if (sessions.findById(session).isEmpty()) {
        end(session);
      }
      return;
    }
    JsonNode control = WireJson.read(message, JsonNode.class);
    switch (control.path("action").asText()) {
      case "end" -> end(session);
      case "cancel" -> cancelHere(session, control.path("request"));
      case "listens", "left" -> pauseStreams(session, control);
      case "resumed" -> closeSuperseded(session, control);
      default -> {}
    }
  }

  /** Closes the earlier connections of a stream: only the latest one is used. */
  private void closeSuperseded(String session, JsonNode control) {
    if (!control.path("at").asText().equals(self)) {
      String stream = control.path("stream").asText();
      activitiesOf(session).stream()
          .filter(EventStreamWriter.class::isInstance)
          .map(EventStreamWriter.class::cast)
          .filter(writer -> writer.stream().equals(stream))
          .forEach(EventStreamWriter::supersede);
    }
  }

  /** Pauses the earlier of several streams for unsolicited messages. */
  private void pauseStreams(String session, JsonNode control) {
    if (!control.path("at").asText().equals(self)) {
      boolean pause = control.path("action").asText().equals("listens");
      List<EventStreamWriter> here = unrelated(session);
      for (EventStreamWriter writer :
          here.subList(pause ? 0 : Math.max(0, here.size() - 1), here.size())) {
        writer.pause(pause);
        writer.checkForEvents();
      }
    }
  }

  /**
   * Returns the session's streams for unsolicited messages on this instance, in order of
   * connection.
   */
  private List<EventStreamWriter> unrelated(String session) {
    return activitiesOf(session).stream()
        .filter(LocalActivityRegistry::announceGetStream)
        .map(EventStreamWriter.class::cast)
        .toList();
  }

  private void end(String session) {
    activitiesOf(session).forEach(LocalSessionActivity::sessionEnded);
  }

  private static final class Held {
    private final List<LocalSessionActivity> list = new ArrayList<>(1);
    private boolean subscribed;
    private volatile PubSubChannels.Subscription subscription;

    synchronized boolean markSubscribed() {
      boolean first = !subscribed;
      subscribed = true;
      return first;
    }
  }
}
