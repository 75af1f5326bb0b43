package eu.metacluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.AccessMatrix;
import eu.metacluster.support.AccessMatrix.Row;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint, every role: what the matrix says is what happens, and nothing is left out. */
@ProductTest
class AccessMatrixTests {

  private static final Pattern FORMATS = Pattern.compile("\\{(?:format|ending):([^}]*)}");
  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void everyEndpointHasARowAndEveryRowAnEndpoint() {
    Set<String> endpoints = endpoints();
    Set<String> rows =
        AccessMatrix.read().stream().map(Row::name).collect(Collectors.toCollection(TreeSet::new));
    List<String> missing =
        endpoints.stream().filter(each -> !rows.contains(each)).map(this::proposal).toList();
    assertThat(missing)
        .as("rows to add to %s, once you agree with them", AccessMatrix.FILE)
        .isEmpty();
    assertThat(rows).as("rows without an endpoint").isSubsetOf(endpoints);
    assertThat(AccessMatrix.read()).extracting(Row::name).doesNotHaveDuplicates();
  }

  @Test
  void everyRoleGetsWhatTheMatrixSays() {
    Map<String, @Nullable Identity> people = people();
    List<String> wrong = new ArrayList<>();
    for (Row row : AccessMatrix.read()) {
      row.outcomes()
          .forEach(
              (role, expected) -> {
                for (String path : formats(row.path())) {
                  String actual = outcome(row.method(), path, people.get(role));
                  if (!actual.equals(expected)) {
                    wrong.add(row.method() + " " + path + " as " + role + ": " + actual);
                  }
                }
              });
    }
    assertThat(wrong).isEmpty();
  }

  /** A path for each file format that it names, itself when it names none. */
  private static List<String> formats(String path) {
    Matcher named = FORMATS.matcher(path);
    return named.find()
        ? Arrays.stream(named.group(1).split("\\|")).map(named::replaceFirst).toList()
        : List.of(path);
  }

  private Set<String> endpoints() {
    Set<String> endpoints = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              for (String path : info.getPatternValues()) {
                methods(info).forEach(verb -> endpoints.add(verb + " " + path));
              }
            });
    return endpoints;
  }

  private static Set<String> methods(RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    return methods.isEmpty()
        ? Set.of("ANY")
        : methods.stream().map(RequestMethod::name).collect(Collectors.toSet());
  }

  private String proposal(String endpoint) {
    String[] parts = endpoint.split(" ", 2);
    Map<String, String> outcomes = new LinkedHashMap<>();
    people().forEach((role, who) -> outcomes.put(role, outcome(parts[0], parts[1], who)));
    return new Row(parts[0], parts[1], outcomes, "").line();
  }

  private Map<String, @Nullable Identity> people() {
    Persons persons = new Persons(jdbc);
    Map<String, @Nullable Identity> people = new LinkedHashMap<>();
    for (String role : AccessMatrix.ROLES) {
      people.put(
          role,
          role.equals("visitor")
              ? null
              : persons.with(Role.valueOf(role.toUpperCase(Locale.ROOT))));
    }
    return people;
  }

  /** Whatever the endpoint says of a thing that is not there counts as allowed. */
  private String outcome(String method, String path, @Nullable Identity who) {
    RequestPostProcessor person = who == null ? anonymous() : authentication(who.authentication());
    MockHttpServletResponse response =
        mvc.method(method.equals("ANY") ? HttpMethod.GET : HttpMethod.valueOf(method))
            .uri(java.net.URI.create(filled(path)))
            .with(csrf())
            .with(person)
            .asyncExchange()
            .getResponse();
    String location = response.getHeader("Location");
    int status = response.getStatus();
    if (status == 401 || (location != null && location.startsWith("/sign-in"))) {
      return "sign-in";
    }
    return status == 403 ? "refused" : "allowed";
  }

  private static String filled(String path) {
    return path.replaceAll("\\{\\*?(id|source|account)}", NOBODY)
        .replaceAll("/\\{\\*[a-zA-Z]+}", "/nothing")
        .replaceAll("\\{[a-zA-Z]+:([a-z-]+)[^}]*}", "$1")
        .replaceAll("\\{[a-zA-Z]+}", "nothing");
  }
}
