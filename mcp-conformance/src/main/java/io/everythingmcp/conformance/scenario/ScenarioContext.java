package io.everythingmcp.conformance.scenario;

import io.everythingmcp.conformance.client.HttpSseClient;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.CapturedExchange;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.server.FeatureLists;
import io.everythingmcp.conformance.server.ServerProfile;
import io.everythingmcp.conformance.server.TestCaller;
import io.everythingmcp.conformance.server.ToolRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Context of a scenario: the server, and the recorded exchanges. */
public final class ScenarioContext implements AutoCloseable {
  private final ServerProfile profile;
  private final SpecRevision revision;
  private final RawClient client;
  private final List<CapturedExchange> evidence = new CopyOnWriteArrayList<>();
  private final List<StatefulClient> sessions = new ArrayList<>();
  private final List<AutoCloseable> streams = new ArrayList<>();

  /**
   * Creates the context of one run of a scenario.
   *
   * @param client without credentials, with the timeout of the run
   */
  public ScenarioContext(ServerProfile profile, SpecRevision revision, RawClient client) {
    this.profile = profile;
    this.revision = revision;
    this.client = client;
  }

  public ServerProfile profile() {
    return profile;
  }

  /** Returns the tested revision. */
  public SpecRevision revision() {
    return revision;
  }

  /** The path of the endpoint. */
  public String path() {
    return profile.server().path();
  }

  /** A client of the first caller. */
  public RawClient rawClient() {
    return as(profile.server().first());
  }

  /** A client of the second caller. */
  public RawClient second() {
    return as(
        profile.server().second().orElseThrow(() -> new NotApplicableException("only one caller")));
  }

  /** A client without credentials. */
  public RawClient anonymous() {
    return as(TestCaller.anonymous());
  }

  /** A client of the same caller, at the other instance. */
  public RawClient otherInstance() {
    return rawClient().at(profile.server().urls().get(1));
  }

  /** The path of the endpoint at the other instance. */
  public String otherPath() {
    return profile.server().urls().get(1).getRawPath();
  }

  private RawClient as(TestCaller caller) {
    return client.with(caller.headers()).recordedBy(evidence::add);
  }

  /** Returns a client without capabilities. */
  public SuiteClient client() {
    return client("{}");
  }

  /** A conversation, of a client with these capabilities. */
  public SuiteClient client(String capabilities) {
    return revision.hasSessions() ? session(capabilities) : stateless(capabilities);
  }

  /** A conversation of the second caller. */
  public SuiteClient secondClient(String capabilities) {
    return revision.hasSessions()
        ? opened(second(), capabilities)
        : StatelessClient.open(
            second(), path(), profile.supportedRevisions().get(revision), capabilities);
  }

  /** A conversation of the given caller. */
  public SuiteClient clientAs(TestCaller caller) {
    return revision.hasSessions()
        ? opened(as(caller), "{}")
        : StatelessClient.open(
            as(caller), path(), profile.supportedRevisions().get(revision), "{}");
  }

  /** A session. */
  public StatefulClient session() {
    return session("{}");
  }

  /** A session of a client with these capabilities. */
  public StatefulClient session(String capabilities) {
    return opened(rawClient(), capabilities);
  }

  /** A session of the second caller. */
  public StatefulClient secondSession() {
    return opened(second(), "{}");
  }

  private StatefulClient opened(RawClient by, String capabilities) {
    StatefulClient session = StatefulClient.open(by, path(), revision, capabilities);
    sessions.add(session);
    return session;
  }

  /** A conversation of revision 2026-07-28. */
  public StatelessClient stateless(String capabilities) {
    return StatelessClient.open(
        rawClient(), path(), profile.supportedRevisions().get(revision), capabilities);
  }

  /** Returns a client of revision 2026-07-28 without capabilities. */
  public StatelessClient stateless() {
    return stateless("{}");
  }

  /** Opens a stream, which is closed when the scenario ends. */
  public SseStream open(RawRequest request) {
    return streamOf(request.send());
  }

  /** Opens the GET stream of a session; the scenario applies only to servers that support it. */
  public SseStream openGetStream(StatefulClient session) {
    return openedStream(session.get(), "the server does not support the GET stream (405)");
  }

  /** Resumes a stream; the scenario applies only to servers that support resumption. */
  public SseStream resumeStream(StatefulClient session, String lastEventId) {
    return openedStream(session.resume(lastEventId), "the server does not support resumption");
  }

  private SseStream openedStream(RawRequest request, String whyNot) {
    RawResponse response = sendGet(request);
    if (response.status() != 200 || !response.isStream()) {
      response.text();
      throw new NotApplicableException(whyNot);
    }
    return streamOf(response);
  }

  /**
   * Sends a GET request. Without a response the scenario does not apply: {@code streams/get-stream}
   * reports that failure.
   */
  public RawResponse sendGet(RawRequest request) {
    try {
      return request.send();
    } catch (AssertionError e) {
      throw new NotApplicableException("no response to GET, see streams/get-stream");
    }
  }

  /** Returns the stream of a response, which is closed when the scenario ends. */
  public SseStream streamOf(RawResponse response) {
    SseStream stream = response.events();
    streams.add(stream);
    return stream;
  }

  /** Connects over HTTP+SSE. */
  public HttpSseClient httpSse(RawClient by) {
    HttpSseClient connection = HttpSseClient.connect(by, profile.sse());
    streams.add(connection);
    return connection;
  }

  /** Returns the features of the server. */
  public FeatureLists lists() {
    return profile.lists(revision);
  }

  /** Returns the tool with this role; without one the scenario does not apply. */
  public ToolCall tool(ToolRole role) {
    return profile
        .tool(role, revision)
        .orElseThrow(() -> new NotApplicableException("no tool has the role " + role.option()));
  }

  /**
   * Returns a call that changes the list of tools. A previous change is reverted first, which sends
   * a notification, so this must precede the opening of a stream.
   */
  public ToolCall toolListChange(SuiteClient client) {
    ToolCall change = tool(ToolRole.TOOLS_LIST_CHANGED);
    if (change.tool().equals("addTool")) {
      client.call(ToolCall.of("removeTool", "{}"));
    }
    return change;
  }

  /** Returns a call without side effects. */
  public ToolCall harmlessTool() {
    return profile
        .harmlessTool(revision)
        .orElseThrow(() -> new NotApplicableException("the server lists no harmless tool"));
  }

  /**
   * Fails the scenario unless the rule is met.
   *
   * @param met whether the rule is met
   * @param expected the expected behaviour; completes a sentence that begins with "expected"
   * @param actual the observed value; null for none
   */
  public void expect(boolean met, String expected, Object actual) {
    if (!met) {
      throw new RequirementViolation(expected, actual == null ? "" : actual.toString());
    }
  }

  /** Skips the scenario if a condition of the rule does not hold. */
  public void assumeThat(boolean applies, String whyNot) {
    if (!applies) {
      throw new NotApplicableException(whyNot);
    }
  }

  /** Pauses, for rules about time. */
  public void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /** Returns all recorded exchanges. */
  public List<CapturedExchange> evidence() {
    return List.copyOf(evidence);
  }

  @Override
  public void close() {
    for (AutoCloseable stream : streams) {
      try {
        stream.close();
      } catch (Exception | AssertionError e) {
        // It was to be closed, and is already closed.
      }
    }
    for (StatefulClient session : sessions) {
      if (session.id() != null) {
        try {
          session.by(as(profile.server().first()).recordedBy(e -> {})).delete().send().text();
        } catch (AssertionError e) {
          // A server that does not permit DELETE expires its sessions.
        }
      }
    }
  }
}
