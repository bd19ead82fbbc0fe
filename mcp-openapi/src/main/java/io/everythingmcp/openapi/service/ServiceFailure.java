package io.everythingmcp.openapi.service;

/** The service sent no usable response: one sentence for the model. */
final class ServiceFailure extends Exception {
  private static final long serialVersionUID = 1;

  ServiceFailure(String sentence) {
    super(sentence);
  }
}
