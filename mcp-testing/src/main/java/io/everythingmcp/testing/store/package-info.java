/**
 * For authors of a {@link io.everythingmcp.server.store.StateStore}: {@link
 * io.everythingmcp.testing.store.StoreContract} is a test class to be extended, with the tests that
 * the stores in memory and on Redis pass; {@link io.everythingmcp.testing.store.RedisTestServer} is
 * a Redis process for tests.
 */
package io.everythingmcp.testing.store;
