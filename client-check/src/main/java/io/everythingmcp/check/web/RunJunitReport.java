package io.everythingmcp.check.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.run.CheckRun;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The checks of a run as tests of JUnit: a violated MUST fails, all others pass. */
final class RunJunitReport {
  private RunJunitReport() {}

  static String of(CheckRun run, RunVerdict verdict) {
    try {
      StringWriter text = new StringWriter();
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      write(xml, run, verdict);
      xml.close();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(XMLStreamWriter xml, CheckRun run, RunVerdict verdict)
      throws XMLStreamException {
    JsonNode checks = verdict.report().path("checks");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "client check " + run.preset().name());
    xml.writeAttribute("tests", Integer.toString(checks.size()));
    xml.writeAttribute("failures", count(checks, "FAILURE"));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", count(checks, "SKIPPED"));
    for (JsonNode check : checks) {
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", "client-check." + run.preset().name());
      xml.writeAttribute(
          "name", check.path("rule").asText() + " " + clean(check.path("title").asText()));
      switch (check.path("status").asText()) {
        case "FAILURE" -> {
          xml.writeStartElement("failure");
          xml.writeAttribute("message", clean(check.path("received").asText()));
          xml.writeCharacters(clean(details(check)));
          xml.writeEndElement();
        }
        case "SKIPPED" -> {
          xml.writeEmptyElement("skipped");
          xml.writeAttribute("message", clean(check.path("received").asText()));
        }
        case "WARNING", "INFO" -> {
          xml.writeStartElement("system-out");
          xml.writeCharacters(clean(check.path("status").asText() + "\n" + details(check)));
          xml.writeEndElement();
        }
        default -> {}
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static String details(JsonNode check) {
    return "expected: "
        + check.path("expected").asText()
        + "\nreceived: "
        + check.path("received").asText()
        + "\nexchanges: "
        + check.path("evidence")
        + "\n"
        + check.path("spec").asText();
  }

  /** Replaces characters that XML 1.0 does not permit. */
  private static String clean(String text) {
    return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD]", "\uFFFD");
  }

  private static String count(JsonNode checks, String status) {
    int count = 0;
    for (JsonNode check : checks) {
      count += check.path("status").asText().equals(status) ? 1 : 0;
    }
    return Integer.toString(count);
  }
}
