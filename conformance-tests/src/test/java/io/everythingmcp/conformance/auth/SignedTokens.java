package io.everythingmcp.conformance.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Creates valid and invalid tokens, signed with a shared secret. */
public final class SignedTokens {
  public static final String SECRET = "a secret of the tests, long enough for HS256";

  private SignedTokens() {}

  /** Returns the claims of a valid token for a server. */
  static ObjectNode claims(String base, String subject, String scope) {
    return JsonTrees.object("{}")
        .put("sub", subject)
        .put("iss", "https://issuer.example")
        .put("aud", base + "/mcp")
        .put("scope", scope)
        .put("exp", Instant.now().getEpochSecond() + 3_600);
  }

  /** Returns a valid token. */
  public static String good(Object base, String subject, String scope) {
    return signed(claims(base.toString(), subject, scope));
  }

  static String signed(ObjectNode claims) {
    return signed("{'alg':'HS256','typ':'at+jwt'}", claims, SECRET);
  }

  static String signed(String header, ObjectNode claims, String secret) {
    String text = part(JsonTrees.object(header).toString()) + "." + part(claims.toString());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns a SHA-256 digest in hexadecimal digits, as used in the configuration. */
  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns an unsigned token ({@code alg} {@code none}). */
  static String unsigned(ObjectNode claims) {
    return part(JsonTrees.object("{'alg':'none'}").toString())
        + "."
        + part(claims.toString())
        + ".";
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
