package io.everythingmcp.idp.state;

import com.nimbusds.jose.jwk.JWK;
import java.util.List;

/** The keys that sign ID tokens. */
public interface IdpKeys {
  /** Private keys, never none: the first signs, all are published. */
  List<JWK> keys();

  /**
   * Makes a new key that signs from now on.
   *
   * @param keepOld whether the one that signed until now stays published
   */
  void rotate(boolean keepOld);
}
