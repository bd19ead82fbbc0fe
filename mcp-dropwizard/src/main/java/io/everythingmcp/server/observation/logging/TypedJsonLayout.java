package io.everythingmcp.server.observation.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import io.dropwizard.logging.json.EventJsonLayoutBaseFactory;
import io.dropwizard.logging.json.layout.EventJsonLayout;
import io.dropwizard.logging.json.layout.JsonFormatter;
import io.dropwizard.logging.json.layout.TimestampFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;

/** JSON lines in which values keep their types: numbers are numbers. */
final class TypedJsonLayout extends EventJsonLayout {
  private TypedJsonLayout(
      JsonFormatter json,
      TimestampFormatter times,
      ThrowableHandlingConverter exceptions,
      Factory factory) {
    super(
        json,
        times,
        exceptions,
        factory.getIncludes(),
        factory.getCustomFieldNames(),
        factory.getAdditionalFields(),
        factory.getIncludesMdcKeys(),
        factory.isFlattenMdc());
  }

  @Override
  protected Map<String, Object> toJsonMap(ILoggingEvent event) {
    if (event.getKeyValuePairs() == null) {
      return super.toJsonMap(event);
    }
    Map<String, Object> fields = new LinkedHashMap<>(super.toJsonMap(event));
    event.getKeyValuePairs().forEach(pair -> fields.putIfAbsent(pair.key, pair.value));
    return fields;
  }

  /** Factory of such layouts. */
  static final class Factory extends EventJsonLayoutBaseFactory {
    @Override
    public LayoutBase<ILoggingEvent> build(LoggerContext context, TimeZone zone) {
      TypedJsonLayout layout =
          new TypedJsonLayout(
              createDropwizardJsonFormatter(),
              createTimestampFormatter(zone),
              createThrowableProxyConverter(context),
              this);
      layout.setContext(context);
      return layout;
    }
  }
}
