package com.acme.typed;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.everythingmcp.api.annotation.McpTool;
import jakarta.validation.constraints.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.*;
import java.util.*;

/** A tool for each type of a single value that an argument may have. */
public class ValueTypeTools {
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
}
