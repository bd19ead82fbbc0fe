package com.acme.store;

import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.testing.store.StoreContract;
import java.util.function.UnaryOperator;

class AcmeStoreTest extends StoreContract {
  @Override
  public StateStore open() {
    return new AcmeStore(UnaryOperator.identity());
  }

  @Override
  protected String kind() {
    return "acme";
  }
}
