package io.everythingmcp.idp.flow;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/** JSON that this provider wrote itself. */
final class IdpJson {
  private IdpJson() {}

  static String of(Map<String, Object> object) {
    return JSONObjectUtils.toJSONString(object);
  }

  static String of(List<?> array) {
    return JSONArrayUtils.toJSONString(array);
  }

  static Map<String, Object> object(String text) {
    try {
      return JSONObjectUtils.parse(text);
    } catch (ParseException e) {
      throw new IllegalStateException("What was stored is not readable", e);
    }
  }

  static List<Object> array(String text) {
    try {
      return JSONArrayUtils.parse(text);
    } catch (ParseException e) {
      throw new IllegalStateException("What was stored is not readable", e);
    }
  }
}
