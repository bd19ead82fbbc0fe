package com.acme.typed;

import io.everythingmcp.api.annotation.McpTool;
import jakarta.validation.constraints.*;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;

/** A tool for each constraint that an argument may have. */
public class ConstrainedTypeTools {
  @McpTool(description = "61")
  public String t61(@Min(2) @Max(5) int value) {
    return String.valueOf(value);
  }

  @McpTool(description = "62")
  public String t62(@DecimalMin(value = "0.5", inclusive = false) double value) {
    return String.valueOf(value);
  }

  @McpTool(description = "63")
  public String t63(@DecimalMax("2.5") BigDecimal value) {
    return String.valueOf(value);
  }

  @McpTool(description = "64")
  public String t64(@Positive int value) {
    return String.valueOf(value);
  }

  @McpTool(description = "65")
  public String t65(@PositiveOrZero int value) {
    return String.valueOf(value);
  }

  @McpTool(description = "66")
  public String t66(@Negative int value) {
    return String.valueOf(value);
  }

  @McpTool(description = "67")
  public String t67(@NegativeOrZero int value) {
    return String.valueOf(value);
  }

  @McpTool(description = "68")
  public String t68(@Size(min = 2, max = 3) String value) {
    return String.valueOf(value);
  }

  @McpTool(description = "69")
  public String t69(@Size(max = 1) List<String> value) {
    return String.valueOf(value);
  }

  @McpTool(description = "70")
  public String t70(@NotBlank String value) {
    return String.valueOf(value);
  }

  @McpTool(description = "71")
  public String t71(@NotEmpty List<String> value) {
    return String.valueOf(value);
  }

  @McpTool(description = "72")
  public String t72(@Pattern(regexp = "[A-Z]{3}") String value) {
    return String.valueOf(value);
  }

  @McpTool(description = "73")
  public String t73(@Email String value) {
    return String.valueOf(value);
  }

  @McpTool(description = "74")
  public String t74(List<@Positive Integer> value) {
    return String.valueOf(value);
  }

  @McpTool(description = "75")
  public String t75(@Digits(integer = 2, fraction = 1) BigDecimal value) {
    return String.valueOf(value);
  }

  @McpTool(description = "76")
  public String t76(@Past LocalDate value) {
    return String.valueOf(value);
  }

  @McpTool(description = "77")
  public String t77(@AssertTrue boolean value) {
    return String.valueOf(value);
  }
}
