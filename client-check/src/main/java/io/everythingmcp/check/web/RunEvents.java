package io.everythingmcp.check.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.JournalJson;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.run.CheckRun;
import io.everythingmcp.check.run.RunListener;
import io.everythingmcp.check.run.RunStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Callback;

/** Sends exchanges and findings to subscribers as they are recorded. */
final class RunEvents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REMOVED = "event: removed\ndata: {}\n\n";
  private static final int MOST_LISTENERS = 20;

  /** Earlier ones of those that are new are in the report only. */
  private static final int MOST_EXCHANGES = 500;

  private static final long SOON_MILLIS = 250;
  private static final int IDLE = 20;
  private static final long KEEP_ALIVE_MILLIS = 15_000;

  private final RunJudge judge;

  RunEvents(RunJudge judge) {
    this.judge = judge;
  }

  void stream(WebCall call, CheckRun run) {
    if (run.listeners() >= MOST_LISTENERS) {
      call.problem(429, "too_many_listeners", "Listener limit of this run reached: 20");
      return;
    }
    call.common(200);
    call.response().getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
    new Listening(call, run).begin();
  }

  /** Subscriber. All recorded changes since the last event are sent as one event. */
  private final class Listening implements RunListener {
    private final WebCall call;
    private final CheckRun run;
    private final Map<String, String> findings = new HashMap<>();
    private final Map<Integer, RecordedExchange> exchanges = new HashMap<>();
    private long pause = SOON_MILLIS;
    private long due;
    private boolean planned;
    private boolean sending;
    private int sequence;
    private boolean over;

    Listening(WebCall call, CheckRun run) {
      this.call = call;
      this.run = run;
    }

    void begin() {
      run.addListener(this);
      plan(0);
    }

    @Override
    public void recorded(int n) {
      plan(pause());
    }

    private synchronized long pause() {
      return pause;
    }

    @Override
    public synchronized void removed() {
      over = true;
      if (!sending) {
        write(REMOVED, true);
      }
    }

    /** Schedules the next event, unless one is scheduled earlier. */
    private synchronized void plan(long delay) {
      long at = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delay);
      if (over || (planned && due <= at)) {
        return;
      }
      due = at;
      planned = true;
      sequence++;
      int plan = sequence;
      call.request()
          .getComponents()
          .getScheduler()
          .schedule(
              () -> call.request().getComponents().getExecutor().execute(() -> sendPending(plan)),
              delay,
              TimeUnit.MILLISECONDS);
    }

    private void sendPending(int plan) {
      if (!begins(plan)) {
        return;
      }
      long begun = System.nanoTime();
      RunVerdict verdict;
      try {
        verdict = judge.judge(run);
      } catch (RunStore.UnavailableException e) {
        written();
        return;
      }
      // A long journal takes long to judge: most of the time is for others.
      pause(IDLE * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
      write(text(verdict), false);
    }

    /**
     * Returns whether the event may be sent: the next one waits until the previous one is written.
     */
    private synchronized boolean begins(int plan) {
      if (over || plan != sequence) {
        return false;
      }
      planned = false;
      if (sending) {
        plan(pause);
        return false;
      }
      sending = true;
      return true;
    }

    private synchronized void pause(long millis) {
      pause = Math.max(SOON_MILLIS, millis);
    }

    private String text(RunVerdict verdict) {
      StringBuilder text = new StringBuilder();
      List<RecordedExchange> changed =
          verdict.journal().exchanges().stream()
              .filter(exchange -> !exchange.equals(exchanges.put(exchange.n(), exchange)))
              .toList();
      changed.stream()
          .skip(Math.max(0, changed.size() - MOST_EXCHANGES))
          .map(exchange -> one(JournalJson.write(exchange)))
          .forEach(now -> text.append("event: exchange\ndata: ").append(now).append("\n\n"));
      for (JsonNode check : verdict.report().path("checks")) {
        String now = one(check);
        String before = findings.put(check.path("rule").asText() + check.path("id").asText(), now);
        boolean silent = check.path("status").asText().equals("SKIPPED") && before == null;
        if (!now.equals(before) && !silent) {
          text.append("event: finding\ndata: ").append(now).append("\n\n");
        }
      }
      ObjectNode state =
          JsonNodeFactory.instance
              .objectNode()
              .put("state", run.isFinished() ? "finished" : "running")
              .put("headline", verdict.headline());
      state.set("next", verdict.report().path("next"));
      state.set("summary", verdict.report().path("summary"));
      return text.append("event: state\ndata: ").append(one(state)).append("\n\n").toString();
    }

    private static String one(JsonNode json) {
      try {
        return JSON.writeValueAsString(json);
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    private void write(String text, boolean last) {
      call.response()
          .write(
              last,
              ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)),
              Callback.from(
                  () -> {
                    if (last) {
                      call.callback().succeeded();
                    } else {
                      written();
                    }
                  },
                  this::onFailure));
    }

    private synchronized void written() {
      sending = false;
      if (over) {
        write(REMOVED, true);
      } else {
        plan(KEEP_ALIVE_MILLIS);
      }
    }

    private synchronized void onFailure(Throwable failure) {
      run.removeListener(this);
      if (!over) {
        over = true;
        call.callback().failed(failure);
      }
    }
  }
}
