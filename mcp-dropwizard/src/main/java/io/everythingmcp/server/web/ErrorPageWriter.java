package io.everythingmcp.server.web;

import io.dropwizard.jersey.errors.ErrorMessage;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Renders errors of JAX-RS resources as pages for browsers; other clients get JSON. */
public final class ErrorPageWriter implements MessageBodyWriter<ErrorMessage> {
  private final ErrorPage page;

  @Context private HttpHeaders headers;

  public ErrorPageWriter(ErrorPage page) {
    this.page = page;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return ErrorMessage.class.isAssignableFrom(type)
        && ErrorPage.wanted(headers.getHeaderString(HttpHeaders.ACCEPT));
  }

  @Override
  public void writeTo(
      ErrorMessage error,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> responseHeaders,
      OutputStream out)
      throws IOException {
    responseHeaders.putSingle(
        HttpHeaders.CONTENT_TYPE, MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
    responseHeaders.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    out.write(page.html(error.getCode(), error.getMessage()));
  }
}
