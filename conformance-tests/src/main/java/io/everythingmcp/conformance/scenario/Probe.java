package io.everythingmcp.conformance.scenario;

import io.everythingmcp.conformance.harness.Exchange;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.server.Caller;
import io.everythingmcp.conformance.server.Lists;
import io.everythingmcp.conformance.server.Profile;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.HttpSse;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import io.everythingmcp.conformance.talk.Stateless;
import io.everythingmcp.conformance.talk.Talk;
import io.everythingmcp.conformance.talk.ToolCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** What a scenario has in its hand: the server, and a book in which everything is written down. */
public final class Probe implements AutoCloseable {
  private final Profile profile;
  private final Revision revision;
  private final RawClient client;
  private final List<Exchange> evidence = new CopyOnWriteArrayList<>();
  private final List<Session> sessions = new ArrayList<>();
  private final List<AutoCloseable> streams = new ArrayList<>();

  /**
   * For one run of one scenario.
   *
   * @param client without credentials, with the patience of the run
   */
  public Probe(Profile profile, Revision revision, RawClient client) {
    this.profile = profile;
    this.revision = revision;
    this.client = client;
  }

  public Profile profile() {
    return profile;
  }

  /** The revision to be spoken. */
  public Revision revision() {
    return revision;
  }

  /** The path of the endpoint. */
  public String path() {
    return profile.server().path();
  }

  /** A client of whoever speaks to the server. */
  public RawClient client() {
    return as(profile.server().first());
  }

  /** A client of somebody else. */
  public RawClient second() {
    return as(profile.server().second().orElseThrow(() -> new NotApplicable("only one caller")));
  }

  /** A client of nobody in particular. */
  public RawClient anonymous() {
    return as(Caller.anonymous());
  }

  /** A client of the same caller, at the other instance. */
  public RawClient otherInstance() {
    return client().at(profile.server().urls().get(1));
  }

  /** The path of the endpoint at the other instance. */
  public String otherPath() {
    return profile.server().urls().get(1).getRawPath();
  }

  private RawClient as(Caller caller) {
    return client.with(caller.headers()).recordedBy(evidence::add);
  }

  /** A conversation, of a client that declares nothing. */
  public Talk talk() {
    return talk("{}");
  }

  /** A conversation, of a client with these capabilities. */
  public Talk talk(String capabilities) {
    return revision.hasSessions() ? session(capabilities) : stateless(capabilities);
  }

  /** A conversation of the second caller. */
  public Talk secondTalk(String capabilities) {
    return revision.hasSessions()
        ? opened(second(), capabilities)
        : Stateless.open(second(), path(), profile.spoken().get(revision), capabilities);
  }

  /** A conversation of somebody else again. */
  public Talk talkAs(Caller caller) {
    return revision.hasSessions()
        ? opened(as(caller), "{}")
        : Stateless.open(as(caller), path(), profile.spoken().get(revision), "{}");
  }

  /** A session. */
  public Session session() {
    return session("{}");
  }

  /** A session of a client with these capabilities. */
  public Session session(String capabilities) {
    return opened(client(), capabilities);
  }

  /** A session of the second caller. */
  public Session secondSession() {
    return opened(second(), "{}");
  }

  private Session opened(RawClient by, String capabilities) {
    Session session = Session.open(by, path(), revision, capabilities);
    sessions.add(session);
    return session;
  }

  /** A conversation of revision 2026-07-28. */
  public Stateless stateless(String capabilities) {
    return Stateless.open(client(), path(), profile.spoken().get(revision), capabilities);
  }

  /** A conversation of revision 2026-07-28, of a client that declares nothing. */
  public Stateless stateless() {
    return stateless("{}");
  }

  /** Opens a stream, which is closed when the scenario ends. */
  public SseStream open(RawRequest request) {
    return streamOf(request.send());
  }

  /**
   * Opens a stream for what belongs to no request; the scenario applies only to servers that offer
   * one.
   */
  public SseStream listen(Session session) {
    return opened(session.get(), "the server offers no stream by GET");
  }

  /** Goes on with a stream; the scenario applies only to servers that can do that. */
  public SseStream resumed(Session session, String lastEventId) {
    return opened(session.resume(lastEventId), "nothing can be resumed");
  }

  private SseStream opened(RawRequest request, String whyNot) {
    RawResponse response = answered(request);
    if (response.status() != 200 || !response.isStream()) {
      response.text();
      throw new NotApplicable(whyNot);
    }
    return streamOf(response);
  }

  /** Sends a GET; a server that leaves it without an answer fails streams/get-stream already. */
  public RawResponse answered(RawRequest request) {
    try {
      return request.send();
    } catch (AssertionError e) {
      throw new NotApplicable("GET is not answered, see streams/get-stream");
    }
  }

  /** The stream of a response, which is closed when the scenario ends. */
  public SseStream streamOf(RawResponse response) {
    SseStream stream = response.events();
    streams.add(stream);
    return stream;
  }

  /** Connects over HTTP+SSE. */
  public HttpSse httpSse(RawClient by) {
    HttpSse connection = HttpSse.connect(by, profile.sse());
    streams.add(connection);
    return connection;
  }

  /** What the server has. */
  public Lists lists() {
    return profile.lists(revision);
  }

  /** A tool that behaves in a certain way. */
  public ToolCall tool(Role role) {
    return profile
        .tool(role, revision)
        .orElseThrow(() -> new NotApplicable("no tool has the role " + role.option()));
  }

  /**
   * A tool that will change the list of tools when it is called next. One that switches something
   * on is undone for it, in case it was on already; so this comes before anybody listens.
   */
  public ToolCall change(Talk talk) {
    ToolCall change = tool(Role.CHANGES);
    if (change.tool().equals("addTool")) {
      talk.call(ToolCall.of("removeTool", "{}"));
    }
    return change;
  }

  /** A tool that can be called without thinking. */
  public ToolCall harmlessTool() {
    return profile
        .harmlessTool(revision)
        .orElseThrow(() -> new NotApplicable("the server lists no harmless tool"));
  }

  /**
   * What the rule wants.
   *
   * @param kept whether it is so
   * @param expected what should have come, as the rest of a sentence that begins with "expected"
   * @param came what came
   */
  public void expect(boolean kept, String expected, Object came) {
    if (!kept) {
      throw new Unmet(expected, came == null ? "" : came.toString());
    }
  }

  /** Without this, the rule says nothing. */
  public void onlyIf(boolean applies, String whyNot) {
    if (!applies) {
      throw new NotApplicable(whyNot);
    }
  }

  /** Lets time pass, where time is what the rule is about. */
  public void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /** Everything that was sent and came back. */
  public List<Exchange> evidence() {
    return List.copyOf(evidence);
  }

  @Override
  public void close() {
    for (AutoCloseable stream : streams) {
      try {
        stream.close();
      } catch (Exception | AssertionError e) {
        // It was to be closed, and is not there any more.
      }
    }
    for (Session session : sessions) {
      if (session.id() != null) {
        try {
          session.by(as(profile.server().first()).recordedBy(e -> {})).delete().send().text();
        } catch (AssertionError e) {
          // A server that does not let sessions be ended ends them by itself.
        }
      }
    }
  }
}
