package io.everythingmcp.server.security.verify;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Public keys as tools like openssl write them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468#section-13">RFC 7468, section 13</a>
 */
final class PemPublicKeys {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----");

  private PemPublicKeys() {}

  static boolean looksLike(String text) {
    return text.contains("-----BEGIN");
  }

  static JWKSet read(String text) throws GeneralSecurityException {
    List<JWK> keys = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      keys.add(key(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(blocks.group(1)))));
    }
    return new JWKSet(keys);
  }

  private static JWK key(X509EncodedKeySpec encoded) throws GeneralSecurityException {
    try {
      RSAPublicKey rsa = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(encoded);
      return new RSAKey.Builder(rsa).build();
    } catch (InvalidKeySpecException e) {
      ECPublicKey ec = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(encoded);
      return new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec).build();
    }
  }
}
