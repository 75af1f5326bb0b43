package eu.metacluster.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import eu.metacluster.platform.Role;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What holds for every response: headers, tokens in forms, and where one may be sent. */
@ProductTest
class ProtectionTests {

  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/sign-in", "/assets/0/metacluster.css", "/nothing-here", "/desk", "/error"})
  void everyKindOfResponseIsProtected(String path) {
    MockHttpServletResponse response = mvc.get().uri(path).exchange().getResponse();
    assertThat(response.getHeader("Content-Security-Policy"))
        .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
        .doesNotContain("unsafe-inline")
        .doesNotContain("unsafe-eval");
    assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.getHeader("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(response.getHeader("Permissions-Policy")).contains("geolocation=()");
    assertThat(response.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    var administrator = new Persons(jdbc).with(Role.ADMINISTRATOR);
    MockHttpServletResponse response =
        mvc.post()
            .uri("/people")
            .param("name", "Eve")
            .param("email", "eve@example.org")
            .param("role", "ADMINISTRATOR")
            .param("language", "en")
            .with(authentication(administrator.authentication()))
            .exchange()
            .getResponse();
    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(
            jdbc.sql("select count(*) from people.account where email = 'eve@example.org'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "/%0d%0aLocation:https://evil.example",
        "/..//evil.example",
        ""
      })
  void nobodyIsSentToAnotherSite(String back) {
    for (String form : List.of("language?language=fr", "theme?theme=dark")) {
      String location =
          mvc.post()
              .uri("/preferences/" + form)
              .param("back", back)
              .exchange()
              .getResponse()
              .getHeader("Location");
      assertThat(location).startsWith("/").doesNotStartWith("//").doesNotContain("\\", "\r", "\n");
    }
    MockHttpServletResponse page =
        mvc.get()
            .uri("/sign-in")
            .param("next", back)
            .with(authentication(new Persons(jdbc).with(Role.MEMBER).authentication()))
            .exchange()
            .getResponse();
    assertThat(page.getHeader("Location")).startsWith("/").doesNotStartWith("//");
  }

  @Test
  void whatOneMayNotDoIsSaidBeforeTheRequestIsRead() {
    var member = new Persons(jdbc).with(Role.MEMBER);
    assertThat(
            mvc.post()
                .uri("/people/no-id/role")
                .with(csrf())
                .with(authentication(member.authentication()))
                .exchange()
                .getResponse()
                .getStatus())
        .isEqualTo(403);
  }
}
