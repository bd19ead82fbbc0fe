package com.acme.typed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.annotation.McpArgument;
import io.everythingmcp.api.annotation.McpTool;
import jakarta.validation.constraints.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.*;
import java.util.*;

/** A tool for each type that an argument may have. */
public class TypeTools {
  /** An enumeration. */
  public enum Colour {
    RED,
    GREEN
  }

  /** An enumeration with other names in JSON. */
  public enum Weekday {
    @JsonProperty("mo")
    MO,
    @JsonProperty("tu")
    TU
  }

  /** A flat record. */
  public record Point(int x, int y) {}

  /** A record with a record and a default. */
  public record Named(String name, Point at, @McpArgument(defaultValue = "5") int count) {}

  /** A record of itself. */
  public record Tree(String name, List<Tree> children) {}

  /** A record that refuses values itself. */
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

  @McpTool(description = "1")
  public String t01(int value) {
    return String.valueOf(value);
  }

  @McpTool(description = "2")
  public String t02(Integer value) {
    return String.valueOf(value);
  }

  @McpTool(description = "3")
  public String t03(long value) {
    return String.valueOf(value);
  }

  @McpTool(description = "4")
  public String t04(Long value) {
    return String.valueOf(value);
  }

  @McpTool(description = "5")
  public String t05(short value) {
    return String.valueOf(value);
  }

  @McpTool(description = "6")
  public String t06(byte value) {
    return String.valueOf(value);
  }

  @McpTool(description = "7")
  public String t07(BigInteger value) {
    return String.valueOf(value);
  }

  @McpTool(description = "8")
  public String t08(double value) {
    return String.valueOf(value);
  }

  @McpTool(description = "9")
  public String t09(Double value) {
    return String.valueOf(value);
  }

  @McpTool(description = "10")
  public String t10(float value) {
    return String.valueOf(value);
  }

  @McpTool(description = "11")
  public String t11(BigDecimal value) {
    return String.valueOf(value);
  }

  @McpTool(description = "12")
  public String t12(Number value) {
    return String.valueOf(value);
  }

  @McpTool(description = "13")
  public String t13(boolean value) {
    return String.valueOf(value);
  }

  @McpTool(description = "14")
  public String t14(Boolean value) {
    return String.valueOf(value);
  }

  @McpTool(description = "15")
  public String t15(String value) {
    return String.valueOf(value);
  }

  @McpTool(description = "16")
  public String t16(char value) {
    return String.valueOf(value);
  }

  @McpTool(description = "17")
  public String t17(UUID value) {
    return String.valueOf(value);
  }

  @McpTool(description = "18")
  public String t18(URI value) {
    return String.valueOf(value);
  }

  @McpTool(description = "19")
  public String t19(Instant value) {
    return String.valueOf(value);
  }

  @McpTool(description = "20")
  public String t20(OffsetDateTime value) {
    return String.valueOf(value);
  }

  @McpTool(description = "21")
  public String t21(ZonedDateTime value) {
    return String.valueOf(value);
  }

  @McpTool(description = "22")
  public String t22(LocalDate value) {
    return String.valueOf(value);
  }

  @McpTool(description = "23")
  public String t23(LocalDateTime value) {
    return String.valueOf(value);
  }

  @McpTool(description = "24")
  public String t24(LocalTime value) {
    return String.valueOf(value);
  }

  @McpTool(description = "25")
  public String t25(OffsetTime value) {
    return String.valueOf(value);
  }

  @McpTool(description = "26")
  public String t26(YearMonth value) {
    return String.valueOf(value);
  }

  @McpTool(description = "27")
  public String t27(MonthDay value) {
    return String.valueOf(value);
  }

  @McpTool(description = "28")
  public String t28(Year value) {
    return String.valueOf(value);
  }

  @McpTool(description = "29")
  public String t29(Duration value) {
    return String.valueOf(value);
  }

  @McpTool(description = "30")
  public String t30(Period value) {
    return String.valueOf(value);
  }

  @McpTool(description = "31")
  public String t31(ZoneId value) {
    return String.valueOf(value);
  }

  @McpTool(description = "32")
  public String t32(ZoneOffset value) {
    return String.valueOf(value);
  }

  @McpTool(description = "33")
  public String t33(Locale value) {
    return String.valueOf(value);
  }

  @McpTool(description = "34")
  public String t34(Currency value) {
    return String.valueOf(value);
  }

  @McpTool(description = "35")
  public String t35(DayOfWeek value) {
    return String.valueOf(value);
  }

  @McpTool(description = "36")
  public String t36(Colour value) {
    return String.valueOf(value);
  }

  @McpTool(description = "37")
  public String t37(Weekday value) {
    return String.valueOf(value);
  }

  @McpTool(description = "38")
  public String t38(Optional<String> value) {
    return String.valueOf(value);
  }

  @McpTool(description = "39")
  public String t39(Optional<Integer> value) {
    return String.valueOf(value);
  }

  @McpTool(description = "40")
  public String t40(OptionalInt value) {
    return String.valueOf(value);
  }

  @McpTool(description = "41")
  public String t41(OptionalLong value) {
    return String.valueOf(value);
  }

  @McpTool(description = "42")
  public String t42(OptionalDouble value) {
    return String.valueOf(value);
  }

  @McpTool(description = "43")
  public String t43(Optional<Colour> value) {
    return String.valueOf(value);
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
  public String t49(List<Colour> value) {
    return String.valueOf(value);
  }

  @McpTool(description = "50")
  public String t50(Map<String, Integer> value) {
    return String.valueOf(value);
  }

  @McpTool(description = "51")
  public String t51(Map<Colour, String> value) {
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
