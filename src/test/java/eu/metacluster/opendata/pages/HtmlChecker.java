package eu.metacluster.opendata.pages;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Nu HTML Checker of the W3C, by itself: the libraries it brings are too old to stand beside
 * the product. The build puts it into {@code target/html-checker}.
 */
final class HtmlChecker implements AutoCloseable {

  /**
   * What is in the standard and the checker, which is of 2020, does not know; and the attributes of
   * htmx, which browsers pass over.
   */
  private static final Pattern KNOWN =
      Pattern.compile(
          "Attribute “(hx-[a-z-]+|enterkeyhint)” not allowed.*"
              + "|Bad value “group” for attribute “role” on element “svg”.*");

  private final URLClassLoader loader;
  private final Class<?> type;
  private final JsonMapper json = new JsonMapper();

  HtmlChecker() throws IOException, ReflectiveOperationException {
    Path folder = Path.of("target/html-checker");
    assumeThat(Files.isDirectory(folder))
        .as("the checker of HTML, which the build fetches")
        .isTrue();
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
        jars.add(file.toUri().toURL());
      }
    }
    loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    type = loader.loadClass("nu.validator.client.EmbeddedValidator");
  }

  /** What is wrong with a page, each with the place it is at. */
  List<String> errors(String page) throws ReflectiveOperationException {
    Object checker = type.getDeclaredConstructor().newInstance();
    Class<?> format = loader.loadClass("nu.validator.client.EmbeddedValidator$OutputFormat");
    Object asJson =
        Stream.of(Objects.requireNonNull(format.getEnumConstants()))
            .filter(one -> one.toString().equals("JSON"))
            .findFirst()
            .orElseThrow();
    type.getMethod("setOutputFormat", format).invoke(checker, asJson);
    InputStream in = new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8));
    Thread.currentThread().setContextClassLoader(loader);
    try {
      Object told = type.getMethod("validate", InputStream.class).invoke(checker, in);
      List<String> errors = new ArrayList<>();
      for (JsonNode message : json.readTree(String.valueOf(told)).path("messages")) {
        boolean error = message.path("type").asString("").equals("error");
        if (error && !KNOWN.matcher(message.path("message").asString("")).matches()) {
          errors.add(message.path("message").asString("") + " | " + message.path("extract"));
        }
      }
      return errors;
    } finally {
      Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
