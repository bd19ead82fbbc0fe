package io.everythingmcp.check.fault;

/** Changes a response that is not a stream, before it is written. */
@FunctionalInterface
public interface ResponseEdit {
  /** Changes the response. */
  void edit(WholeResponse response);
}
