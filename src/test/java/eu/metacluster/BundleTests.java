package eu.metacluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
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

/** Every text in both languages, each used, each used one there. */
class BundleTests {

  private static final Path BUNDLES = Path.of("src/main/resources/i18n");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9_-]+)+\\.?)\"");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

  /** In code a key stands after one of these. */
  private static final Pattern KEY_IN_CODE =
      Pattern.compile(
          "(?:\"MC-\\d{4}\",|\\bFlash\\.say\\(\\s*\\w+,\\s*\\w+,|\\bNavEntry\\.(?:bar|menu)\\(|"
              + "\\bnew (?:DeskItem|FooterLine)\\(|\\bpage\\.t\\(|\\.get\\(\\s*Language\\.\\w+,)"
              + "\\s*\"([a-z]+(?:\\.[A-Za-z0-9_-]+)+)\"");

  /**
   * Beginnings of keys that the code puts together, where the beginning is not written as one
   * literal that ends in a dot: the words for coded values, see discovery's Wording.
   */
  private static final List<String> COMPOSED =
      Stream.of(
              "activityType",
              "cancer",
              "framework",
              "pillar",
              "programme",
              "role",
              "scheme",
              "scope",
              "sme",
              "status",
              "technology")
          .map(group -> "discovery." + group + ".")
          .toList();

  /** What a module adds to the words of another: how the journal tells its entries. */
  private static final Pattern FOR_ANOTHER = Pattern.compile("journal\\.(kind|word)\\..*");

  private static final Map<String, String> ENGLISH = load("en");
  private static final Map<String, String> FRENCH = load("fr");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(FRENCH.keySet()).isEqualTo(ENGLISH.keySet());
  }

  @Test
  void bothLanguagesHaveTheSamePlaces() {
    List<String> different = new ArrayList<>();
    ENGLISH.forEach(
        (key, text) -> {
          if (!places(text).equals(places(FRENCH.getOrDefault(key, "")))) {
            different.add(key + ": " + text + " / " + FRENCH.get(key));
          }
        });
    assertThat(different).isEmpty();
  }

  @Test
  void everyTextIsAFormatWithItsApostrophesDoubled() {
    List<String> wrong = new ArrayList<>();
    Stream.of(ENGLISH, FRENCH)
        .forEach(
            texts ->
                texts.forEach(
                    (key, text) -> {
                      new MessageFormat(text);
                      if (text.replace("''", "").contains("'")) {
                        wrong.add(key + ": " + text);
                      }
                    }));
    assertThat(wrong).as("texts with a single apostrophe").isEmpty();
  }

  @Test
  void keysBeginWithTheirModule() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> folders = Files.list(BUNDLES)) {
      for (Path folder : folders.toList()) {
        String module = folder.getFileName().toString();
        read(folder.resolve("messages_en.properties"))
            .forEach(
                (key, text) -> {
                  if (!key.startsWith(module + ".") && !FOR_ANOTHER.matcher(key).matches()) {
                    wrong.add(module + " has " + key);
                  }
                });
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyKeyThatIsUsedExists() {
    Set<String> modules = new TreeSet<>();
    ENGLISH.keySet().forEach(key -> modules.add(key.substring(0, key.indexOf('.'))));
    Set<String> missing = new TreeSet<>();
    for (Map.Entry<Path, String> file : files("src/main/jte", ".jte").entrySet()) {
      Matcher literals = LITERAL.matcher(file.getValue());
      while (literals.find()) {
        String key = literals.group(1);
        boolean ours = modules.contains(key.substring(0, key.indexOf('.')));
        if (ours && !key.endsWith(".") && !isFile(key) && !ENGLISH.containsKey(key)) {
          missing.add(file.getKey() + " " + key);
        }
      }
    }
    for (Map.Entry<Path, String> file : files("src/main/java", ".java").entrySet()) {
      Matcher keys = KEY_IN_CODE.matcher(file.getValue());
      while (keys.find()) {
        if (!ENGLISH.containsKey(keys.group(1))) {
          missing.add(file.getKey() + " " + keys.group(1));
        }
      }
    }
    assertThat(missing).as("keys without a text").isEmpty();
  }

  @Test
  void everyTextIsUsed() {
    Set<String> literals = new TreeSet<>();
    Stream.of(files("src/main/jte", ".jte"), files("src/main/java", ".java"))
        .flatMap(files -> files.values().stream())
        .forEach(text -> LITERAL.matcher(text).results().forEach(m -> literals.add(m.group(1))));
    List<String> prefixes =
        Stream.concat(literals.stream().filter(each -> each.endsWith(".")), COMPOSED.stream())
            .toList();
    List<String> unused =
        ENGLISH.keySet().stream()
            .filter(key -> !literals.contains(key))
            .filter(key -> prefixes.stream().noneMatch(key::startsWith))
            .toList();
    assertThat(unused).as("texts that nothing uses").isEmpty();
  }

  private static boolean isFile(String literal) {
    return literal.matches(".*\\.(css|js|svg|png|json|jte)");
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(text).results().forEach(place -> places.add(place.group(1)));
    return places;
  }

  private static Map<String, String> load(String language) {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> folders = Files.list(BUNDLES)) {
      folders.forEach(
          folder -> texts.putAll(read(folder.resolve("messages_" + language + ".properties"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, text) -> texts.put((String) key, (String) text));
    return texts;
  }

  private static Map<Path, String> files(String folder, String ending) {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(Path.of(folder))) {
      for (Path path : paths.filter(each -> each.toString().endsWith(ending)).toList()) {
        files.put(path, Files.readString(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
