package eu.metacluster.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * As {@link ProductTest}, with a search index that is kept by OpenSearch. It takes the place of
 * that annotation, or stands on a class that extends a test with it.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ContextConfiguration(initializers = {FreshDatabase.class, OnOpenSearch.Server.class})
public @interface OnOpenSearch {

  /** Names the server, and an index of this product alone: no other may use it. */
  final class Server implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of(
              "metacluster.search.opensearch=" + OpenSearchProcess.shared().address(),
              "metacluster.search.opensearch-index=product-" + UUID.randomUUID())
          .applyTo(context);
    }
  }
}
