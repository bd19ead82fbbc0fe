package io.everythingmcp.api.typed;

import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.annotation.McpArgument;
import io.everythingmcp.api.annotation.McpPrompt;
import io.everythingmcp.api.annotation.McpResource;
import io.everythingmcp.api.annotation.McpTool;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Invalid features, named by their defect; and {@link CallerTool}, which is valid. */
final class InvalidFeatures {
  enum Colour {
    RED,
    GREEN
  }

  record Part(@McpArgument(defaultValue = "0") @Min(1) int count) {}

  record Renamed(@McpArgument(name = "other") String name) {}

  private InvalidFeatures() {}

  static final class BadName {
    @McpTool(name = "no spaces", description = "d")
    public void tool() {}
  }

  static final class NoDescription {
    @McpTool(description = " ")
    public void tool() {}
  }

  static final class NotPublic {
    @McpTool(description = "d")
    void tool() {}
  }

  static final class IsStatic {
    @McpTool(description = "d")
    public static void tool() {}
  }

  static final class Overloaded {
    @McpTool(description = "d")
    public void tool(String one) {}

    @McpTool(name = "other", description = "d")
    public void tool(int one) {}
  }

  static final class SameName {
    @McpTool(name = "same", description = "d")
    public void one() {}

    @McpTool(name = "same", description = "d")
    public void two() {}
  }

  static final class SamePrompt {
    @McpPrompt(name = "same", description = "d")
    public String one() {
      return "";
    }

    @McpPrompt(name = "same", description = "d")
    public String two() {
      return "";
    }
  }

  static final class SameResource {
    @McpResource(uri = "a://b", description = "d")
    public String one() {
      return "";
    }

    @McpResource(uri = "a://b", description = "d")
    public String two() {
      return "";
    }
  }

  static final class Stream1 {
    @McpTool(description = "d")
    public void tool(InputStream in) {}
  }

  static final class Function1 {
    @McpTool(description = "d")
    public void tool(Supplier<String> in) {}
  }

  static final class Keys {
    @McpTool(description = "d")
    public void tool(Map<Part, String> in) {}
  }

  static final class Optionals {
    @McpTool(description = "d")
    public void tool(List<Optional<String>> in) {}
  }

  static final class Later {
    @McpTool(description = "d")
    public CompletableFuture<String> tool() {
      return new CompletableFuture<>();
    }
  }

  static final class Maybe {
    @McpTool(description = "d")
    public Optional<Part> tool() {
      return Optional.empty();
    }
  }

  static final class DefaultType {
    @McpTool(description = "d")
    public void tool(@McpArgument(defaultValue = "many") int count) {}
  }

  static final class DefaultFraction {
    @McpTool(description = "d")
    public void tool(@McpArgument(defaultValue = "1.5") int count) {}
  }

  static final class DefaultEnum {
    @McpTool(description = "d")
    public void tool(@McpArgument(defaultValue = "BLUE") Colour colour) {}
  }

  static final class DefaultConstraint {
    @McpTool(description = "d")
    public void tool(@McpArgument(defaultValue = "11") @Max(10) int count) {}
  }

  static final class DefaultOfRecord {
    @McpTool(description = "d")
    public void tool(Part part) {}
  }

  static final class RenamedPart {
    @McpTool(description = "d")
    public void tool(Renamed part) {}
  }

  static final class SizeOfNumber {
    @McpTool(description = "d")
    public void tool(@Size(max = 3) int count) {}
  }

  static final class TwoKinds {
    @McpTool(description = "d")
    @McpPrompt(description = "d")
    public String tool() {
      return "";
    }
  }

  static final class TwoArguments {
    @McpTool(description = "d")
    public void tool(String one, @McpArgument(name = "one") String two) {}
  }

  static final class NoFeature {
    public void tool() {}
  }

  static final class Level2 {
    @McpResource(uri = "a://{+path}", description = "d")
    public String read() {
      return "";
    }
  }

  static final class NoParameter {
    @McpResource(uri = "a://{one}/{two}", description = "d")
    public String read(String one) {
      return "";
    }
  }

  static final class NoVariable {
    @McpResource(uri = "a://{one}", description = "d")
    public String read(String one, String two) {
      return "";
    }
  }

  static final class NoScheme {
    @McpResource(uri = "rooms", description = "d")
    public String read() {
      return "";
    }
  }

  static final class NoContent {
    @McpResource(uri = "a://b", description = "d")
    public void read() {}
  }

  static final class CallerTool {
    @McpTool(description = "d")
    public String tool(RequestContext context) {
      return context.caller().method();
    }
  }

  static final class NoMessages {
    @McpPrompt(description = "d")
    public int prompt() {
      return 0;
    }
  }
}
