package eu.metacluster.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every text, however it is filled, is what its format makes of it. */
class FilledTextsTests {

  private static final Object[] WORDS = {"it's {1}", "", "Ω ''two''", "3", "4", "5", "6", "7"};
  private static final Object[] MIXED = {1_234, "words", 0.5, 3L, "4", 5, 6, 7};

  @ParameterizedTest
  @EnumSource(Language.class)
  void aTextIsWhatItsFormatMakesOfIt(Language language) throws Exception {
    Texts texts = new Texts();
    String files = "classpath*:i18n/*/messages_" + language.code() + ".properties";
    int read = 0;
    for (Resource file : new PathMatchingResourcePatternResolver().getResources(files)) {
      Properties properties = new Properties();
      try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
      for (String key : properties.stringPropertyNames()) {
        MessageFormat format = new MessageFormat(properties.getProperty(key), language.locale());
        boolean plain = Arrays.stream(format.getFormatsByArgumentIndex()).allMatch(Objects::isNull);
        if (plain) {
          assertThat(texts.get(language, key, WORDS)).as(key).isEqualTo(format.format(WORDS));
          assertThat(texts.get(language, key, MIXED)).as(key).isEqualTo(format.format(MIXED));
        }
        read++;
      }
    }
    assertThat(read).isGreaterThan(1_000);
  }
}
