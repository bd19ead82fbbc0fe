package io.everythingmcp.server.store.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** Lua script with one key. Redis stores it by its digest until it restarts. */
final class LuaScript {
  private final byte[] text;
  private final byte[] digest;

  LuaScript(String lua) {
    text = bytes(lua);
    try {
      digest = bytes(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs the script: returns null, a {@code Long}, a {@code byte[]}, or a {@code List} of these.
   */
  Object run(UnifiedJedis jedis, byte[]... keyAndArguments) {
    try {
      return jedis.evalsha(digest, 1, keyAndArguments);
    } catch (JedisNoScriptException e) {
      return jedis.eval(text, 1, keyAndArguments);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] bytes(long number) {
    return bytes(Long.toString(number));
  }

  static String text(Object bytes) {
    return new String((byte[]) bytes, StandardCharsets.UTF_8);
  }
}
