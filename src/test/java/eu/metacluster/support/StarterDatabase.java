package eu.metacluster.support;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a test's context a database of its own that the starter set is loaded into. */
public final class StarterDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    new FreshDatabase().initialize(context);
    TestPropertyValues.of(
            "metacluster.starter-set=true",
            "metacluster.sign-in.per-network=100000",
            "metacluster.sign-in.per-email=100000")
        .applyTo(context);
  }
}
