package io.everythingmcp.conformance.report;

import io.everythingmcp.conformance.harness.CapturedExchange;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.scenario.CheckStatus;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The report that build servers read. */
public final class JunitReport {
  private JunitReport() {}

  /** The report. */
  public static String of(SuiteResult run) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      Map<String, List<CheckResult>> areas = new LinkedHashMap<>();
      run.outcomes()
          .forEach(o -> areas.computeIfAbsent(o.about().area(), a -> new ArrayList<>()).add(o));
      for (Map.Entry<String, List<CheckResult>> area : areas.entrySet()) {
        suite(xml, area.getKey(), area.getValue(), run.redaction());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private static void suite(
      XMLStreamWriter xml, String area, List<CheckResult> outcomes, ReportRedaction redaction)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", area);
    xml.writeAttribute("tests", Integer.toString(outcomes.size()));
    xml.writeAttribute("failures", count(outcomes, CheckStatus.FAILURE));
    xml.writeAttribute("skipped", count(outcomes, CheckStatus.SKIPPED));
    for (CheckResult outcome : outcomes) {
      test(xml, outcome, redaction);
    }
    xml.writeEndElement();
  }

  private static String count(List<CheckResult> outcomes, CheckStatus status) {
    return Long.toString(outcomes.stream().filter(o -> o.status() == status).count());
  }

  private static void test(XMLStreamWriter xml, CheckResult outcome, ReportRedaction redaction)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", outcome.about().area());
    String revision = outcome.revision() == null ? "" : " [" + outcome.revision() + "]";
    xml.writeAttribute("name", outcome.about().id() + revision);
    xml.writeAttribute("time", Double.toString(outcome.took().toMillis() / 1000.0));
    String message =
        redaction.clean("expected " + outcome.expected() + "; actual: " + outcome.actual());
    switch (outcome.status()) {
      case FAILURE -> {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", legal(message));
        xml.writeCharacters(legal(evidence(outcome, redaction)));
        xml.writeEndElement();
      }
      case SKIPPED -> {
        xml.writeStartElement("skipped");
        xml.writeAttribute("message", legal(redaction.clean(outcome.actual())));
        xml.writeEndElement();
      }
      case WARNING -> {
        xml.writeStartElement("system-out");
        xml.writeCharacters(legal("WARNING: " + message));
        xml.writeEndElement();
      }
      case SUCCESS -> {}
    }
    xml.writeEndElement();
  }

  private static String evidence(CheckResult outcome, ReportRedaction redaction) {
    StringBuilder text = new StringBuilder(outcome.about().title()).append('\n');
    text.append(outcome.rule()).append('\n');
    for (CapturedExchange exchange : outcome.evidence()) {
      text.append("\n> ").append(ExchangeFormatter.request(exchange));
      text.append("\n< ").append(ExchangeFormatter.response(exchange)).append('\n');
    }
    return redaction.clean(text.toString());
  }

  /** XML cannot hold all characters, not even escaped. */
  private static String legal(String text) {
    return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
  }
}
