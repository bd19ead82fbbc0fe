package io.everythingmcp.check.fault;

/** Changes a response that is no stream, before anything of it is written. */
@FunctionalInterface
public interface ResponseEdit {
  /** Does it. */
  void edit(WholeResponse response);
}
