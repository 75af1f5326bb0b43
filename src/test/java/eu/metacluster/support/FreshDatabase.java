package eu.metacluster.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives a test's context an empty database and an empty data folder. A context that waits for its
 * next test gives its connections back: the server has room for a hundred.
 */
public final class FreshDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestDatabase.Url url = TestDatabase.fresh();
    try {
      TestPropertyValues.of(
              "spring.datasource.url=" + url.jdbc(),
              "spring.datasource.username=" + url.user(),
              "spring.datasource.password=" + url.password(),
              "spring.datasource.hikari.minimum-idle=1",
              "spring.datasource.hikari.idle-timeout=10000",
              "metacluster.starter-set=false",
              "metacluster.letterbox.port=0",
              "metacluster.look-alikes.quiet-seconds=86400",
              "metacluster.data=" + Scratch.folder("data"))
          .applyTo(context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
