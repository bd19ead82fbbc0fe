package io.everythingmcp.check.record;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.HeaderList;
import io.everythingmcp.check.journal.RecordedBody;
import io.everythingmcp.check.journal.RecordedEvent;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedHeader;
import io.everythingmcp.check.journal.RecordedRequest;
import io.everythingmcp.check.journal.RecordedResponse;
import io.everythingmcp.check.journal.StreamEnd;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;

/** Records one exchange: again each time that more of the response is written. */
final class ExchangeRecorder {
  /** More of a body is counted, and not kept. */
  private static final int KEPT_OF_A_BODY = 256 * 1024;

  private static final int MOST_EVENTS = 100;
  private static final int MOST_COMMENTS = 20;

  private final int n;
  private final EndpointKind endpoint;
  private final RecordedRequest request;
  private final Supplier<String> fault;
  private final Consumer<RecordedExchange> journal;
  private final EventReader reader = new EventReader();
  private final List<RecordedEvent> events = new ArrayList<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private HeaderList headers = HeaderList.EMPTY;
  private int comments;
  private long length;
  private int status;
  private long startedAt;
  private StreamEnd end = StreamEnd.OPEN;

  ExchangeRecorder(
      int n,
      EndpointKind endpoint,
      RecordedRequest request,
      Supplier<String> fault,
      Consumer<RecordedExchange> journal) {
    this.n = n;
    this.endpoint = endpoint;
    this.request = request;
    this.fault = fault;
    this.journal = journal;
    this.startedAt = request.completeAt();
  }

  /** The fields of a message in the order in which they are sent. */
  static HeaderList headers(HttpFields fields) {
    return new HeaderList(
        StreamSupport.stream(fields.spliterator(), false)
            .map(
                field ->
                    new RecordedHeader(
                        field.getName(), field.getValue() == null ? "" : field.getValue()))
            .toList());
  }

  synchronized void begin() {
    record(now());
  }

  /** Wraps the stream to which the connection writes. */
  HttpStream stream(HttpStream stream) {
    return new HttpStream.Wrapper(stream) {
      @Override
      public void send(
          MetaData.Request request,
          MetaData.Response response,
          boolean last,
          ByteBuffer content,
          Callback callback) {
        written(response, last, content);
        super.send(request, response, last, content, callback);
      }

      @Override
      public void succeeded() {
        ended(StreamEnd.SERVER);
        super.succeeded();
      }

      @Override
      public void failed(Throwable failure) {
        ended(StreamEnd.CLIENT);
        super.failed(failure);
      }
    };
  }

  private synchronized void written(MetaData.Response response, boolean last, ByteBuffer content) {
    long now = now();
    if (response != null && response.getStatus() >= 200) {
      status = response.getStatus();
      headers = headers(response.getHttpFields());
      startedAt = now;
    }
    if (content != null && content.hasRemaining()) {
      length += content.remaining();
      if (stream()) {
        reader.read(content, now).forEach(this::add);
      } else if (body.size() < KEPT_OF_A_BODY) {
        byte[] part = new byte[Math.min(content.remaining(), KEPT_OF_A_BODY - body.size())];
        content.slice().get(part);
        body.writeBytes(part);
      }
    }
    if (last && end == StreamEnd.OPEN) {
      end = StreamEnd.SERVER;
    }
    record(now);
  }

  private void add(RecordedEvent event) {
    boolean comment = event.data() == null && event.comment() != null;
    if (comment && ++comments > MOST_COMMENTS) {
      return;
    }
    if (events.size() < MOST_EVENTS) {
      events.add(event.shorten());
    }
  }

  /** Records the end of the response; only the first call has an effect. */
  synchronized void ended(StreamEnd how) {
    if (end == StreamEnd.OPEN) {
      end = how;
      record(now());
    }
  }

  private boolean stream() {
    return headers.first("Content-Type").filter(t -> t.startsWith("text/event-stream")).isPresent();
  }

  private void record(long now) {
    RecordedResponse response =
        new RecordedResponse(
            status,
            headers,
            length == 0 || stream()
                ? RecordedBody.EMPTY
                : RecordedBody.of(body.toByteArray(), length),
            events,
            startedAt,
            now,
            end);
    journal.accept(new RecordedExchange(n, endpoint, request, response, fault.get()));
  }

  private static long now() {
    return System.currentTimeMillis();
  }
}
