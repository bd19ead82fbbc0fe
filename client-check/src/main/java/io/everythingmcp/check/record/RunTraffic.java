package io.everythingmcp.check.record;

import io.everythingmcp.check.fault.ReplacementResponse;
import io.everythingmcp.check.fault.RunCall;
import io.everythingmcp.check.journal.RecordedBody;
import io.everythingmcp.check.journal.RecordedRequest;
import io.everythingmcp.check.journal.StreamEnd;
import io.everythingmcp.check.run.CheckRun;
import io.everythingmcp.check.run.CheckRunRegistry;
import io.everythingmcp.check.run.RunServer;
import io.everythingmcp.check.run.RunStore;
import io.everythingmcp.check.web.GuidedConsent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Takes a request of a run to the server of that run, and records both directions. */
final class RunTraffic {
  private final CheckRunRegistry runs;
  private final GuidedConsent guide;
  private final int most;

  RunTraffic(CheckRunRegistry runs, GuidedConsent guide, int most) {
    this.runs = runs;
    this.guide = guide;
    this.most = most;
  }

  void handle(CheckRun run, RunPath path, Request request, Response response, Callback callback) {
    long arrived = System.currentTimeMillis();
    new ReceivedBody(
            request,
            most,
            new ReceivedBody.Done() {
              @Override
              public void read(byte[] bytes, boolean complete) {
                Passing passing = new Passing(run, path, request, response, callback);
                passing.go(arrived, bytes, complete);
              }

              @Override
              public void cut(byte[] bytes, Throwable failure) {
                RecordedRequest cut = recorded(run, request, arrived, bytes, true);
                try {
                  int n = run.next();
                  if (n > 0) {
                    recorder(run, n, path, cut, () -> null).ended(StreamEnd.CLIENT);
                  }
                } catch (RunStore.UnavailableException e) {
                  failure.addSuppressed(e);
                }
                Response.writeError(request, response, callback, failure);
              }
            })
        .read();
  }

  private static RecordedRequest recorded(
      CheckRun run, Request request, long arrived, byte[] bytes, boolean cut) {
    long length = Math.max(bytes.length, request.getLength());
    return new RecordedRequest(
        arrived,
        System.currentTimeMillis(),
        request.getMethod(),
        request.getHttpURI().getPathQuery(),
        ExchangeRecorder.headers(request.getHeaders()),
        RecordedBody.of(bytes, length),
        run.connection(request.getConnectionMetaData().getId()),
        cut);
  }

  private static ExchangeRecorder recorder(
      CheckRun run,
      int n,
      RunPath path,
      RecordedRequest request,
      java.util.function.Supplier<String> fault) {
    return new ExchangeRecorder(n, path.kind(), request, fault, run::record);
  }

  /** One request on its way. */
  private final class Passing {
    private final CheckRun run;
    private final RunPath path;
    private final Request request;
    private final Response response;
    private final Callback callback;

    Passing(CheckRun run, RunPath path, Request request, Response response, Callback callback) {
      this.run = run;
      this.path = path;
      this.request = request;
      this.response = response;
      this.callback = callback;
    }

    void go(long arrived, byte[] bytes, boolean complete) {
      try {
        forwardOrReplace(run.next(), arrived, bytes, complete);
      } catch (RuntimeException e) {
        failed(e);
      }
    }

    private void forwardOrReplace(int n, long arrived, byte[] bytes, boolean complete) {
      String query = request.getHttpURI().getQuery();
      RunCall received =
          new RunCall(
              n,
              path.kind(),
              path.server(),
              request.getMethod(),
              query == null ? path.inner() : path.inner() + '?' + query,
              request.getHeaders(),
              bytes);
      RecordedRequest recorded = recorded(run, request, arrived, bytes, false);
      RunCall call = met(received, arrived);
      guide.explain(run, call);
      ExchangeRecorder recorder = recorder(run, n, path, recorded, call::fault);
      if (n > 0) {
        recorder.begin();
        request.addHttpStreamWrapper(recorder::stream);
      }
      if (call.delay() > 0) {
        request
            .getComponents()
            .getScheduler()
            .schedule(
                () ->
                    request
                        .getComponents()
                        .getExecutor()
                        .execute(() -> forward(call, recorder, complete)),
                call.delay(),
                TimeUnit.MILLISECONDS);
      } else {
        forward(call, recorder, complete);
      }
    }

    /** Applies the faults; the response to a request whose faults are unknown is not recorded. */
    private RunCall met(RunCall received, long arrived) {
      try {
        return run.meet(received);
      } catch (RunStore.UnavailableException e) {
        if (received.n() > 0) {
          run.missing(received.n(), arrived);
        }
        throw e;
      }
    }

    private void failed(Exception failure) {
      if (failure instanceof RunStore.UnavailableException) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, 1);
        Response.writeError(request, response, callback, 503, failure.getMessage());
      } else {
        Response.writeError(request, response, callback, failure);
      }
    }

    private void forward(RunCall call, ExchangeRecorder recorder, boolean complete) {
      if (call.instead().isPresent()) {
        answer(call.instead().get());
        return;
      }
      Request forwarded =
          new ForwardedRequest(
              request, call.pathQuery(), call.headers().asImmutable(), call.body(), complete);
      try {
        RunServer server = runs.server(run, call.server());
        call.changes().forEach(server::announce);
        Response given = response;
        Callback done = callback;
        if (call.edit().isPresent() || call.events().isPresent()) {
          EditedResponse edited =
              new EditedResponse(
                  request, response, call.edit(), call.events(), recorder::ended, callback);
          given = edited;
          done = edited;
        }
        if (!server.handler().handle(forwarded, given, done)) {
          Response.writeError(forwarded, given, done, 404);
        }
      } catch (Exception e) {
        Response.writeError(request, response, callback, e);
      }
    }

    private void answer(ReplacementResponse answer) {
      response.setStatus(answer.status());
      answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
      response.write(true, ByteBuffer.wrap(body), callback);
    }
  }
}
