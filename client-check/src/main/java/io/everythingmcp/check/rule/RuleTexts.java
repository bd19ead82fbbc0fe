package io.everythingmcp.check.rule;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The texts of all rules, in the order of the table of rules. */
public final class RuleTexts {
  private RuleTexts() {}

  public static List<RuleText> all() {
    try (InputStream file = RuleTexts.class.getResourceAsStream("client-rules.json")) {
      return JsonMapper.builder().build().readValue(file, new TypeReference<List<RuleText>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
