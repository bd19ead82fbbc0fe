package io.everythingmcp.server.security.verify;

import com.nimbusds.jose.KeySourceException;

/** As many threads as allowed wait for the publisher of the keys. */
final class KeysBusyException extends KeySourceException {
  private static final long serialVersionUID = 1L;

  KeysBusyException() {
    super("its keys are being fetched");
  }
}
