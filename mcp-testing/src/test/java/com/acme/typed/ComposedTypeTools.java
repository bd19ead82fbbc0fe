package com.acme.typed;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.annotation.McpArgument;
import io.everythingmcp.api.annotation.McpTool;
import jakarta.validation.constraints.*;
import java.time.*;
import java.util.*;

/** Tools for each collection, map, record and class that an argument may be. */
public class ComposedTypeTools {
  /** A flat record. */
  public record Point(int x, int y) {}

  /** A record with a record and a default. */
  public record Named(String name, Point at, @McpArgument(defaultValue = "5") int count) {}

  /** Recursive record. */
  public record Tree(String name, List<Tree> children) {}

  /** Record whose constructor rejects values. */
  public record Even(int n) {
    public Even {
      if (n % 2 != 0) {
        throw new IllegalArgumentException("n must be even");
      }
    }
  }

  /** A class that is not a record. */
  public static class Bean {
    private String name;

    public void setName(String name) {
      this.name = name;
    }

    public String getName() {
      return name;
    }

    @Override
    public String toString() {
      return "bean " + name;
    }
  }

  @McpTool(description = "44")
  public String t44(List<String> value) {
    return String.valueOf(value);
  }

  @McpTool(description = "45")
  public String t45(Set<Integer> value) {
    return String.valueOf(value);
  }

  @McpTool(description = "46")
  public String t46(List<List<Double>> value) {
    return String.valueOf(value);
  }

  @McpTool(description = "47")
  public String t47(String[] value) {
    return java.util.Arrays.toString(value);
  }

  @McpTool(description = "48")
  public String t48(int[] value) {
    return java.util.Arrays.toString(value);
  }

  @McpTool(description = "49")
  public String t49(List<ValueTypeTools.Colour> value) {
    return String.valueOf(value);
  }

  @McpTool(description = "50")
  public String t50(Map<String, Integer> value) {
    return String.valueOf(value);
  }

  @McpTool(description = "51")
  public String t51(Map<ValueTypeTools.Colour, String> value) {
    return String.valueOf(value);
  }

  @McpTool(description = "52")
  public String t52(Map<String, Object> value) {
    return String.valueOf(value);
  }

  @McpTool(description = "53")
  public String t53(Point value) {
    return String.valueOf(value);
  }

  @McpTool(description = "54")
  public String t54(Named value) {
    return String.valueOf(value);
  }

  @McpTool(description = "55")
  public String t55(Tree value) {
    return String.valueOf(value);
  }

  @McpTool(description = "56")
  public String t56(List<Point> value) {
    return String.valueOf(value);
  }

  @McpTool(description = "57")
  public String t57(Even value) {
    return String.valueOf(value);
  }

  @McpTool(description = "58")
  public String t58(Bean value) {
    return String.valueOf(value);
  }

  @McpTool(description = "59")
  public String t59(JsonNode value) {
    return String.valueOf(value);
  }

  @McpTool(description = "60")
  public String t60(Object value) {
    return String.valueOf(value);
  }
}
