package io.everythingmcp.check.record;

import io.everythingmcp.check.fault.EventEdit;
import io.everythingmcp.check.fault.ResponseEdit;
import io.everythingmcp.check.fault.StreamStep;
import io.everythingmcp.check.fault.WholeResponse;
import io.everythingmcp.check.journal.RecordedEvent;
import io.everythingmcp.check.journal.StreamEnd;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** A response that faults change: as a whole, or event by event where it is a stream. */
final class EditedResponse extends Response.Wrapper implements Callback {
  private final Optional<ResponseEdit> whole;
  private final Optional<EventEdit> events;
  private final Consumer<StreamEnd> ended;
  private final Callback done;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final StringBuilder text = new StringBuilder();
  private boolean written;
  private boolean over;

  EditedResponse(
      Request request,
      Response response,
      Optional<ResponseEdit> whole,
      Optional<EventEdit> events,
      Consumer<StreamEnd> ended,
      Callback done) {
    super(request, response);
    this.whole = whole;
    this.events = events;
    this.ended = ended;
    this.done = done;
  }

  private boolean stream() {
    String type = getHeaders().get(HttpHeader.CONTENT_TYPE);
    return type != null && type.startsWith("text/event-stream");
  }

  @Override
  public void write(boolean last, ByteBuffer content, Callback callback) {
    if (over) {
      BufferUtil.clear(content);
      callback.failed(new EofException("ended on purpose"));
    } else if (stream() && events.isPresent()) {
      event(last, content, callback);
    } else if (!stream() && whole.isPresent()) {
      keep(last, content, callback);
    } else {
      super.write(last, content, callback);
    }
  }

  private void keep(boolean last, ByteBuffer content, Callback callback) {
    if (content != null) {
      byte[] bytes = BufferUtil.toArray(content);
      BufferUtil.clear(content);
      kept.writeBytes(bytes);
    }
    if (last) {
      finish(callback);
    } else {
      callback.succeeded();
    }
  }

  private void finish(Callback callback) {
    written = true;
    WholeResponse response = new WholeResponse(getStatus(), getHeaders(), kept.toByteArray());
    whole.orElseThrow().edit(response);
    setStatus(response.status());
    getHeaders().put(HttpHeader.CONTENT_LENGTH, response.body().length);
    super.write(true, ByteBuffer.wrap(response.body()), callback);
  }

  private void event(boolean last, ByteBuffer content, Callback callback) {
    if (content != null) {
      // Every write of the server consists of whole events, or is the start or the end of one;
      // they are ASCII or complete.
      text.append(BufferUtil.toString(content, StandardCharsets.UTF_8));
      BufferUtil.clear(content);
    }
    StringBuilder out = new StringBuilder();
    int end;
    while (!over && (end = text.indexOf("\n\n")) >= 0) {
      String block = text.substring(0, end + 2);
      text.delete(0, end + 2);
      StreamStep step = events.orElseThrow().step(parsed(block), block);
      out.append(step.text());
      if (step.then() != StreamStep.Then.GO_ON) {
        stop(out.toString(), step.then(), callback);
        return;
      }
    }
    if (last) {
      out.append(text);
    }
    super.write(last, ByteBuffer.wrap(out.toString().getBytes(StandardCharsets.UTF_8)), callback);
  }

  private static RecordedEvent parsed(String block) {
    List<RecordedEvent> all =
        new EventReader().read(ByteBuffer.wrap(block.getBytes(StandardCharsets.UTF_8)), 0);
    return all.isEmpty() ? new RecordedEvent(0, null, null, null, null, "") : all.get(0);
  }

  /** The server detects it at its next write, as if the client had disconnected. */
  private void stop(String rest, StreamStep.Then how, Callback callback) {
    over = true;
    boolean end = how == StreamStep.Then.END;
    super.write(
        end,
        ByteBuffer.wrap(rest.getBytes(StandardCharsets.UTF_8)),
        Callback.from(
            () -> {
              ended.accept(end ? StreamEnd.SERVER : StreamEnd.ABORT);
              getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
              callback.succeeded();
            },
            callback::failed));
  }

  @Override
  public void succeeded() {
    if (whole.isPresent() && !stream() && !written && !getWrapped().isCommitted()) {
      finish(done);
    } else if (over && !super.hasLastWrite()) {
      done.failed(new EofException("ended on purpose"));
    } else {
      done.succeeded();
    }
  }

  @Override
  public void failed(Throwable failure) {
    done.failed(failure);
  }
}
