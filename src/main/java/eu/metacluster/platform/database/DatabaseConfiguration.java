package eu.metacluster.platform.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded database unless {@code spring.datasource.url} names another one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "-")
class DatabaseConfiguration {

  @Bean
  EmbeddedDatabase embeddedDatabase(
      @Value("${metacluster.data}") Path data,
      @Value("${metacluster.attach:false}") boolean attach) {
    return EmbeddedDatabase.open(data, attach);
  }
}
