package com.acme.store;

import io.everythingmcp.server.store.AppendOnlyLogs;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.InstanceRegistry;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.memory.MemoryStore;
import java.util.function.UnaryOperator;

/** A store of another author, which keeps its data in memory. */
class AcmeStore implements StateStore {
  private final MemoryStore memory = new MemoryStore();
  private final ExpiringSets members;

  AcmeStore(UnaryOperator<ExpiringSets> change) {
    this.members = change.apply(memory.members());
  }

  @Override
  public <T> KeyValueStore<T> values(String prefix, Class<T> type) {
    return memory.values(prefix, type);
  }

  @Override
  public AppendOnlyLogs logs() {
    return memory.logs();
  }

  @Override
  public ExpiringSets members() {
    return members;
  }

  @Override
  public PubSubChannels signals() {
    return memory.signals();
  }

  @Override
  public InstanceRegistry instances() {
    return memory.instances();
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public String kind() {
    return "acme";
  }

  @Override
  public void close() {
    memory.close();
  }
}
