package io.everythingmcp.server.configuration.file;

import io.dropwizard.validation.ValidationMethod;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.everythingmcp.server.configuration.McpConfiguration;
import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Errors of a file, one line each. */
final class ConfigurationErrors {
  /** Keys whose values are credentials or contain them. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(secret|token|password|passphrase|encryptionKey|apiKeys\\.keys(\\[.*)?|headers"
              + "|tokens\\[.*)");

  private static final Pattern CREDENTIALS = Pattern.compile("://[^/@\\s]*@");
  private static final int LONGEST = 200;

  private final WrittenValues written;
  private final List<String> lines = new ArrayList<>();

  ConfigurationErrors(WrittenValues written) {
    this.written = written;
  }

  /** On one line, without control characters, and not too long. */
  static String oneLine(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "...";
  }

  /** A value as it may be shown. */
  static String shown(String key, String value) {
    if (SECRET.matcher(key).matches()) {
      return value.isEmpty() ? "is empty" : "has a value that is not shown";
    }
    return "is '" + oneLine(CREDENTIALS.matcher(value).replaceAll("://(hidden)@")) + "'";
  }

  void add(MappingProblem problem) {
    String key = problem.key();
    if (problem.unknown()) {
      lines.add(key + " is not a setting; it must be " + problem.allowed());
    } else {
      lines.add(line(key, problem.allowed()));
    }
  }

  private String line(String key, String allowed) {
    String value = written.text(key).map(text -> shown(key, text)).orElse("cannot be read");
    String must = allowed.startsWith("must") ? allowed : "must be " + allowed;
    return written.named(key) + " " + value + "; it " + must;
  }

  void add(Collection<String> problems) {
    problems.forEach(problem -> lines.add(oneLine(problem)));
  }

  /** Bounds that are not kept; what one value means for another only where there are no others. */
  void violations(Set<ConstraintViolation<McpConfiguration>> violations) {
    List<String> pairs = new ArrayList<>();
    for (ConstraintViolation<McpConfiguration> violation : violations) {
      Class<?> kind = violation.getConstraintDescriptor().getAnnotation().annotationType();
      String path = violation.getPropertyPath().toString();
      if (kind == SelfValidating.class) {
        pairs.add(violation.getMessage());
      } else if (kind == ValidationMethod.class) {
        lines.add(path.replaceFirst("\\.?[^.]*$", "") + ": " + violation.getMessage());
      } else {
        lines.add(bound(path, violation));
      }
    }
    lines.sort(null);
    if (lines.isEmpty()) {
      lines.addAll(pairs);
    }
  }

  private String bound(String path, ConstraintViolation<?> violation) {
    String message = violation.getMessage();
    String allowed = AllowedValues.of(violation);
    String must = message.startsWith("must not") ? message : allowed;
    if (written.text(path).isPresent()) {
      return line(path, must);
    }
    Object value = violation.getInvalidValue();
    String is = value == null ? "is missing" : shown(path, value.toString());
    return written.named(path)
        + " "
        + is
        + "; it "
        + (must.startsWith("must") ? must : "must be " + must);
  }

  boolean none() {
    return lines.isEmpty();
  }

  List<String> lines() {
    return List.copyOf(new LinkedHashSet<>(lines));
  }

  /** Returns the warnings. */
  List<String> warnings() {
    return written
        .text("mcp.eras")
        .filter(word -> word.toLowerCase(Locale.ROOT).equals("sessionful"))
        .map(
            word ->
                written.named("mcp.eras")
                    + " is 'sessionful', the earlier name of stateful; write stateful")
        .stream()
        .toList();
  }
}
