package eu.metacluster.opendata.api;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.opendata.Described;
import eu.metacluster.opendata.api.Operation.Given;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contract in OpenAPI 3.1, made from the handlers themselves and the shapes of their answers:
 * what is not there is not offered, and what is offered is there.
 */
@Component
class OpenApi {

  static final String RULE =
      "Ids, handles and addresses never change; an address once public answers for ever, with 410"
          + " when its record is no longer public and 301 when it was merged. Within v1 nothing is"
          + " taken away and no meaning changes; parts and parameters may be added, so ignore what"
          + " you do not know. Should a v2 come, v1 stays for at least 24 months and says so with"
          + " the headers Deprecation and Sunset.";

  private final RequestMappingHandlerMapping handlers;
  private final JsonMapper json;

  OpenApi(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
      JsonMapper json) {
    this.handlers = handlers;
    this.json = json;
  }

  /** All operations, by path. */
  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    handlers
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              Answers answers = method.getMethodAnnotation(Answers.class);
              if (answers != null) {
                String path = info.getPatternValues().iterator().next();
                operations.add(operation(path, method, answers));
              }
            });
    operations.sort(Comparator.comparing(Operation::path));
    return operations;
  }

  private static Operation operation(String path, HandlerMethod method, Answers answers) {
    List<Given> parameters = new ArrayList<>();
    for (Parameter parameter : method.getMethod().getParameters()) {
      Described described = parameter.getAnnotation(Described.class);
      boolean inPath = parameter.isAnnotationPresent(PathVariable.class);
      if (described != null && (inPath || parameter.isAnnotationPresent(RequestParam.class))) {
        parameters.add(
            new Given(parameter.getName(), inPath, described.value(), described.example()));
      }
    }
    if (answers.narrowed()) {
      for (Facet facet : Facet.values()) {
        parameters.add(
            new Given(facet.word(), false, "Only this value of the facet; may be repeated.", ""));
      }
    }
    Described about = Objects.requireNonNull(method.getMethodAnnotation(Described.class));
    return new Operation(
        path,
        id(path),
        answers.tag(),
        about.value(),
        answers.value(),
        parameters,
        Endings.of(method));
  }

  /** {@code /api/v1/records/{id}/claims} is {@code recordsByIdClaims}. */
  private static String id(String path) {
    StringBuilder id = new StringBuilder();
    for (String part : path.substring("/api/v1/".length()).split("/", -1)) {
      String word = part.startsWith("{") ? "By " + part.substring(1, part.length() - 1) : part;
      for (String piece : word.split("[ .-]", -1)) {
        id.append(
            id.isEmpty()
                ? piece
                : piece.substring(0, 1).toUpperCase(Locale.ROOT) + piece.substring(1));
      }
    }
    return id.toString();
  }

  /** The whole contract. */
  ObjectNode contract(String server) {
    ObjectNode contract = json.createObjectNode();
    contract.put("openapi", "3.1.1");
    info(contract.putObject("info"), server);
    contract.putArray("servers").addObject().put("url", server).put("description", "This site");
    ArrayNode tags = contract.putArray("tags");
    ObjectNode paths = contract.putObject("paths");
    Schemas schemas = new Schemas(json);
    List<Operation> operations = operations();
    operations.stream().map(Operation::tag).distinct().sorted().forEach(tag -> tag(tags, tag));
    operations.forEach(operation -> operation(paths, operation, schemas));
    schemas.of(Shapes.Problem.class);
    ObjectNode components = contract.putObject("components");
    components.set("schemas", schemas.all());
    responses(components.putObject("responses"));
    return contract;
  }

  private static void tag(ArrayNode tags, String tag) {
    tags.addObject().put("name", tag).put("description", tag + " of the grid");
  }

  private static void info(ObjectNode info, String server) {
    info.put("title", "Metacluster open data");
    info.put("version", "1.0");
    info.put(
        "description",
        "Everything public on the grid, free for anyone to use, reuse and redistribute under the"
            + " terms that each source names. No key is needed. "
            + RULE
            + " Answers carry an ETag: send it back as If-None-Match. The headers RateLimit-Limit,"
            + " RateLimit-Remaining and RateLimit-Reset say how much room is left.");
    info.putObject("contact").put("name", "Metacluster").put("url", server + "/data");
    info.putObject("license")
        .put("name", "Creative Commons Attribution 4.0, unless a source says otherwise")
        .put("url", "https://creativecommons.org/licenses/by/4.0/");
  }

  private static void operation(ObjectNode paths, Operation operation, Schemas schemas) {
    ObjectNode get = paths.putObject(operation.path()).putObject("get");
    get.put("operationId", operation.id());
    get.put("summary", firstSentence(operation.about()));
    get.put("description", operation.about());
    get.putArray("tags").add(operation.tag());
    Operation.Ends ends = operation.ends();
    if (ends != null) {
      get.put("deprecated", true);
      get.put("x-deprecated-on", ends.deprecated().toString());
      get.put("x-sunset", ends.sunset().toString());
    }
    if (!operation.parameters().isEmpty()) {
      ArrayNode parameters = get.putArray("parameters");
      operation.parameters().forEach(given -> parameter(parameters.addObject(), given, operation));
    }
    answers(get.putObject("responses"), schemas.of(operation.answer()));
  }

  private static void answers(ObjectNode responses, ObjectNode schema) {
    ObjectNode ok = responses.putObject("200");
    ok.put("description", "What was asked for.");
    ok.putObject("content").putObject("application/json").set("schema", schema);
    responses.putObject("304").put("description", "You have it: nothing changed.");
    for (String status : List.of("400", "404", "410", "429")) {
      responses.putObject(status).put("$ref", "#/components/responses/" + status);
    }
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    String first = end < 0 ? text : text.substring(0, end);
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  private static void parameter(ObjectNode to, Given given, Operation operation) {
    to.put("name", given.name());
    to.put("in", given.path() ? "path" : "query");
    to.put("description", given.about());
    to.put("required", given.path());
    ObjectNode schema = to.putObject("schema");
    boolean facet = Facet.ofWord(given.name()).isPresent() && operation.tag().equals("Search");
    if (facet) {
      schema.put("type", "array").putObject("items").put("type", "string");
      to.put("explode", true);
    } else if (List.of("limit", "since", "page").contains(given.name())) {
      schema.put("type", "integer");
    } else {
      schema.put("type", "string");
    }
    if (given.example().matches("[0-9]+")) {
      to.put("example", Long.parseLong(given.example()));
    } else if (!given.example().isEmpty()) {
      to.put("example", given.example());
    }
  }

  private static void responses(ObjectNode responses) {
    String[][] known = {
      {"400", "A parameter cannot be used; the sentence says which and why."},
      {"404", "There is nothing at this address, or nothing that is public."},
      {"410", "It was public and no longer is."},
      {"429", "Too many requests in a minute; Retry-After says when to go on."}
    };
    Arrays.stream(known)
        .forEach(
            one -> {
              ObjectNode response = responses.putObject(one[0]);
              response.put("description", one[1]);
              response
                  .putObject("content")
                  .putObject("application/problem+json")
                  .putObject("schema")
                  .put("$ref", "#/components/schemas/Problem");
            });
  }
}
