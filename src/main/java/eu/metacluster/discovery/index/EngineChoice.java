package eu.metacluster.discovery.index;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lucene in this process, unless a server for searching is named. */
@Configuration(proxyBeanMethods = false)
class EngineChoice {

  @Bean
  Engine engine(
      @Value("${metacluster.data}") Path data,
      @Value("${metacluster.search.opensearch:}") String address,
      @Value("${metacluster.search.opensearch-index:metacluster}") String name)
      throws IOException {
    return address.isBlank()
        ? new GridIndex(data.resolve("index"), true)
        : new OpenSearchIndex(new OpenSearchServer(address), name);
  }
}
