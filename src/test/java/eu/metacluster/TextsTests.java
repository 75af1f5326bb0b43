package eu.metacluster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.support.ProductSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that pages ask for exists, in every language, and none exists for nobody. */
class TextsTests {

  private static final Path BUNDLES = Path.of("src/main/resources/i18n");
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final String MODULES = String.join("|", ModularityTests.FLOORS);
  private static final Pattern KEY =
      Pattern.compile("(?:" + MODULES + ")(?:\\.[a-zA-Z0-9_-]*[a-zA-Z0-9])+(?<!\\.css|\\.js)");
  private static final Pattern PREFIX =
      Pattern.compile("(?:" + MODULES + ")\\.(?:[a-zA-Z0-9_-]+\\.)*");
  private static final Pattern QUOTED = Pattern.compile("\"([\\w.-]+)(?=\")");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)|\\[([a-zA-Z]\\w*)]");
  private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?:'')*(?!')");

  /** Names that look like keys and are none: of followers and of entries' kinds in the making. */
  private static final Set<String> NAMES =
      Set.of(
          "discovery.index",
          "discovery.meaning",
          "opendata.items",
          "screening.cases",
          "screening.ranking",
          "screening.look-alikes",
          "intake.letters");

  /** Words for values that sources state: their last part stands in the data, not in the code. */
  private static final Pattern VOCABULARY =
      Pattern.compile(
          "discovery\\.(activityType|cancer|framework|pillar|programme|role|scheme|scope|sme|status"
              + "|technology|budget|freshness|tissue)\\..+");

  private static final Pattern TABLE = Pattern.compile("create table ([a-z_]+\\.[a-z_]+)");

  private final Map<String, String> english = texts("en");
  private final Map<String, String> french = texts("fr");

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(english).isNotEmpty();
    assertThat(without(english.keySet(), french.keySet())).as("English only").isEmpty();
    assertThat(without(french.keySet(), english.keySet())).as("French only").isEmpty();
  }

  @Test
  void bothLanguagesHaveTheSamePlaces() {
    Set<String> wrong = new TreeSet<>();
    english.forEach(
        (key, text) -> {
          if (!places(text).equals(places(french.getOrDefault(key, text)))) {
            wrong.add(key);
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void aTextIsCalledAfterItsModule() {
    Set<String> foreign = new TreeSet<>(english.keySet());
    foreign.removeIf(key -> KEY.matcher(key).matches());
    assertThat(foreign).isEmpty();
  }

  @Test
  void everyTextIsAFormatThatSaysWhatItMeans() {
    Set<String> wrong = new TreeSet<>();
    for (Map<String, String> texts : List.of(english, french)) {
      texts.forEach(
          (key, text) -> {
            new MessageFormat(text);
            if (LONE_APOSTROPHE.matcher(text).find() || text.contains("!")) {
              wrong.add(key + " = " + text);
            }
          });
    }
    assertThat(wrong).as("a lone apostrophe, or a shout").isEmpty();
  }

  @Test
  void everyTextThatIsAskedForExists() {
    Set<String> tables = tables();
    Map<String, String> missing = new TreeMap<>();
    literals()
        .forEach(
            (literal, where) -> {
              boolean known =
                  english.containsKey(literal)
                      || english.containsKey("journal.kind." + literal)
                      || tables.contains(literal)
                      || NAMES.contains(literal)
                      || english.keySet().stream().anyMatch(key -> key.startsWith(literal + "."));
              if (KEY.matcher(literal).matches() && !known) {
                missing.put(literal, where);
              }
            });
    assertThat(missing).as("keys without a text").isEmpty();
  }

  @Test
  void everyTextIsAskedFor() {
    Set<String> literals = literals().keySet();
    List<String> prefixes =
        literals.stream()
            .filter(literal -> PREFIX.matcher(literal).matches())
            .filter(literal -> !literal.equals("journal.kind."))
            .map(stem -> stem.indexOf('.') < stem.length() - 1 ? stem : "journal.kind." + stem)
            .toList();
    Set<String> unused = new TreeSet<>(english.keySet());
    unused.removeIf(literals::contains);
    unused.removeIf(key -> VOCABULARY.matcher(key).matches());
    unused.removeIf(key -> prefixes.stream().anyMatch(key::startsWith));
    unused.removeIf(key -> literals.stream().anyMatch(kind -> saysAKind(key, kind)));
    unused.removeIf(key -> literals.stream().anyMatch(stem -> builtOn(key, stem, literals)));
    assertThat(unused).as("texts that nobody asks for").isEmpty();
  }

  /** The journal's page says an entry's kind, and some of its facts in other words. */
  private static boolean saysAKind(String key, String kind) {
    return KEY.matcher(kind).matches()
        && (key.equals("journal.kind." + kind) || key.startsWith("journal.kind." + kind + "."));
  }

  /** A key may be put together of a stem and an ending: {@code key + ".subject"}. */
  private static boolean builtOn(String key, String stem, Set<String> literals) {
    return KEY.matcher(stem).matches()
        && key.startsWith(stem + ".")
        && literals.contains(key.substring(stem.length()));
  }

  /** The strings in the code and in the templates, each with one place where it stands. */
  private static Map<String, String> literals() {
    Map<String, String> literals = new HashMap<>();
    for (ProductSources.Source source : ProductSources.read()) {
      source.literals().forEach(one -> literals.put(one.text(), source.path() + ":" + one.line()));
    }
    for (Path template : files(TEMPLATES, ".jte")) {
      Matcher quoted = QUOTED.matcher(read(template));
      while (quoted.find()) {
        literals.put(quoted.group(1), template.toString());
      }
    }
    return literals;
  }

  private static Set<String> tables() {
    Set<String> tables = new HashSet<>();
    for (Path migration : files(MIGRATIONS, ".sql")) {
      TABLE.matcher(read(migration)).results().forEach(found -> tables.add(found.group(1)));
    }
    return tables;
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(place -> place.group()).distinct().sorted().toList();
  }

  private static Set<String> without(Set<String> keys, Set<String> others) {
    Set<String> rest = new TreeSet<>(keys);
    rest.removeAll(others);
    return rest;
  }

  private static Map<String, String> texts(String language) {
    Map<String, String> all = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (Path file : files(BUNDLES, "messages_" + language + ".properties")) {
      bundle(file)
          .forEach(
              (key, text) -> {
                if (all.put(key, text) != null) {
                  twice.add(key);
                }
              });
    }
    assertThat(twice).as("keys in two bundles").isEmpty();
    return all;
  }

  private static Map<String, String> bundle(Path file) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new HashMap<>();
    properties.forEach((key, text) -> texts.put((String) key, (String) text));
    return texts;
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
