package io.everythingmcp.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.client.SchemaSampleValues;
import io.everythingmcp.conformance.harness.JsonTrees;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated values for a schema. */
class SamplesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'string'} | 'conformance'",
        "{'type':'string','default':'x'} | 'x'",
        "{'type':'string','enum':['a','b']} | 'a'",
        "{'oneOf':[{'const':'v','title':'V'}]} | 'v'",
        "{'type':'string','format':'email'} | 'alice@example.com'",
        "{'type':'string','minLength':14} | 'conformancexxx'",
        "{'type':'integer','minimum':5} | 5",
        "{'type':'number'} | 1",
        "{'type':'boolean'} | true",
        "{'type':'array','minItems':2,'items':{'type':'integer'}} | [1,1]",
        "{'type':'object','required':['a'],'properties':{'a':{'type':'boolean'}}} | {'a':true}"
      },
      quoteCharacter = '`')
  void generatedValueIsValid(String schema, String value) {
    assertThat(SchemaSampleValues.of(JsonTrees.object(schema)).toString())
        .isEqualTo(value.replace('\'', '"'));
  }
}
