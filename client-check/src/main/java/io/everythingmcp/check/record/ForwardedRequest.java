package io.everythingmcp.check.record;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Request with the path for the server of a run, and a body that was already read. */
final class ForwardedRequest extends Request.Wrapper {
  private final HttpURI uri;
  private final HttpFields headers;
  private final byte[] body;
  private final boolean complete;
  private boolean given;

  ForwardedRequest(
      Request request, String pathQuery, HttpFields headers, byte[] body, boolean complete) {
    super(request);
    this.uri = HttpURI.build(request.getHttpURI()).pathQuery(pathQuery).asImmutable();
    this.headers =
        complete && headers.contains(HttpHeader.CONTENT_LENGTH)
            ? HttpFields.build(headers).put(HttpHeader.CONTENT_LENGTH, body.length).asImmutable()
            : headers;
    this.body = body;
    this.complete = complete;
  }

  @Override
  public HttpURI getHttpURI() {
    return uri;
  }

  @Override
  public HttpFields getHeaders() {
    return headers;
  }

  @Override
  public long getLength() {
    return complete ? body.length : super.getLength();
  }

  @Override
  public Content.Chunk read() {
    if (!given) {
      given = true;
      if (complete || body.length > 0) {
        return Content.Chunk.from(ByteBuffer.wrap(body), complete);
      }
    }
    return complete ? Content.Chunk.EOF : super.read();
  }

  @Override
  public void demand(Runnable demandCallback) {
    if (complete || !given) {
      getComponents().getExecutor().execute(demandCallback);
    } else {
      super.demand(demandCallback);
    }
  }

  @Override
  public boolean consumeAvailable() {
    return complete || super.consumeAvailable();
  }
}
