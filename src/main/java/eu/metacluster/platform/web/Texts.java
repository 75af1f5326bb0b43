package eu.metacluster.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text that a person sees, in every language: the merged bundles {@code
 * i18n/<module>/messages_<language>.properties}.
 */
@Component
public class Texts {

  private static final Logger LOG = LoggerFactory.getLogger(Texts.class);

  /** Stands for the first place of a sentence; nobody writes it. */
  private static final char PLACES = '\uE000';

  private static final int MOST_PLACES = 100;

  private final Map<Language, Map<String, Text>> texts = new EnumMap<>(Language.class);

  Texts() {
    for (Language language : Language.values()) {
      texts.put(language, load(language));
    }
  }

  /**
   * A sentence with places is a format; one without is formatted once for all.
   *
   * @param pieces the words of a sentence whose places take words as they are, with a character
   *     from {@link #PLACES} on for each place; empty when the format has to do it
   */
  private record Text(String pieces, MessageFormat format, boolean hasPlaces) {

    static Text of(String pattern, Language language) {
      MessageFormat format = new MessageFormat(pattern, language.locale());
      Format[] places = format.getFormatsByArgumentIndex();
      boolean plain = Arrays.stream(places).allMatch(Objects::isNull);
      String pieces = plain ? format.format(marks(places.length)) : "";
      return new Text(pieces, format, places.length > 0);
    }

    private static Object[] marks(int places) {
      Object[] marks = new Object[places];
      for (int i = 0; i < places; i++) {
        marks[i] = Character.toString(PLACES + i);
      }
      return marks;
    }

    String with(Object... arguments) {
      if (!hasPlaces) {
        return pieces;
      }
      String filled = pieces.isEmpty() ? null : filled(arguments);
      return filled == null ? ((MessageFormat) format.clone()).format(arguments) : filled;
    }

    /** Null when something other than words is to be written. */
    private @Nullable String filled(Object... arguments) {
      StringBuilder text = new StringBuilder(2 * pieces.length());
      for (int i = 0; i < pieces.length(); i++) {
        char at = pieces.charAt(i);
        int place = at - PLACES;
        if (place < 0 || place >= MOST_PLACES) {
          text.append(at);
        } else if (place < arguments.length && arguments[place] instanceof String words) {
          text.append(words);
        } else {
          return null;
        }
      }
      return text.toString();
    }
  }

  /**
   * The text of a key.
   *
   * @param arguments values for its places; numbers are grouped as the language does
   * @return the text, or the key itself when no bundle has it
   */
  public String get(Language language, String key, Object... arguments) {
    Text text = texts.getOrDefault(language, Map.of()).get(key);
    if (text == null) {
      LOG.warn("No text for the key {} in {}", key, language.code());
      return key;
    }
    return text.with(arguments);
  }

  /** Whether a key has a text. */
  public boolean has(Language language, String key) {
    return texts.getOrDefault(language, Map.of()).containsKey(key);
  }

  /** Every key of a language. */
  public Set<String> keys(Language language) {
    return Set.copyOf(texts.getOrDefault(language, Map.of()).keySet());
  }

  private static Map<String, Text> load(Language language) {
    Map<String, Text> loaded = new HashMap<>();
    String files = "classpath*:i18n/*/messages_" + language.code() + ".properties";
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(files)) {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        properties.forEach(
            (key, pattern) -> loaded.put((String) key, Text.of((String) pattern, language)));
      }
      return loaded;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the texts " + files, e);
    }
  }
}
