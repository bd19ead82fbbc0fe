package io.everythingmcp.api.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriTemplateTest {
  @ParameterizedTest
  @CsvSource({
    "s://a/{n}, s://a/b, b",
    "s://a/{n}, s://a/b%20c, b c",
    "s://a/{n}, s://a/caf%C3%A9, café",
    "s://a/{n}, s://a/caf%c3%a9, café",
    "s://a/{n}, s://a/café, café",
    "s://café/{n}, s://caf%C3%A9/b, b",
    "s://café/{n}, s://caf%c3%a9/b, b",
    "s://café/{n}, s://café/b, b",
    "s://caf%c3%a9/{n}, s://café/b, b",
    "s://a/{n}, s://a/1..2, 1..2",
    "s://a/{n}, s://a/...,  ...",
    "s://a/{n}, s://a/b+c, b+c",
    "s://a/{n}, s://a/b%2Fc, b/c",
    "s://a/{n.m_1}, s://a/b, b",
    "s://a(b)/{n}.txt, s://a(b)/c.txt, c"
  })
  void matches(String template, String uri, String value) {
    assertThat(UriTemplate.of(template).match(uri))
        .hasValueSatisfying(values -> assertThat(values.values()).containsExactly(value));
  }

  @ParameterizedTest
  @CsvSource({
    "s://a/{n}, s://a/",
    "s://a/{n}, s://a/b/c",
    "s://a/{n}, s://a/b?c",
    "s://a/{n}, s://a/..",
    "s://a/{n}, s://a/.",
    "s://a/{n}, s://a/%2E%2E",
    "s://a/{n}, s://a/..%2Fb",
    "s://a/{n}, s://a/b%2F..%2Fc",
    "s://a/{n}, s://a/..%5Cb",
    "s://a/{n}, s://a/b%00",
    "s://a/{n}, s://a/%FF",
    "s://a/{n}, s://a/%C3",
    "s://a/{n}, s://a/%ED%A0%80",
    "s://a/{n}, s://a/%zz",
    "s://a/{n}, s://a/%",
    "s://a/{n}, s://b/c"
  })
  void doesNotMatch(String template, String uri) {
    assertThat(UriTemplate.of(template).match(uri)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///{+path}",
        "s://a{#n}",
        "s://a{.n}",
        "s://a{/n}",
        "s://a{;n}",
        "s://a{?n}",
        "s://a{&n}",
        "s://a/{n*}",
        "s://a/{n:3}",
        "s://a/{n,m}",
        "s://a/{}",
        "s://a/{n-m}",
        "s://a/{n..m}",
        "s://a/{n",
        "s://a/n}",
        "s://a/{{n}}",
        "s://a b/{n}",
        "s://a/{n}/{n}"
      })
  void unsupportedTemplateIsRejectedByName(String template) {
    assertThatThrownBy(() -> UriTemplate.of(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(template);
  }

  @Test
  void severalVariablesHaveTheirNames() {
    assertThat(UriTemplate.of("s://{a}/x/{b.c}").match("s://1/x/2"))
        .contains(Map.of("a", "1", "b.c", "2"));
  }
}
