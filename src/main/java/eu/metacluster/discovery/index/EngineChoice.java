package eu.metacluster.discovery.index;

import java.io.IOException;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
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
      @Value("${metacluster.search.opensearch-index:metacluster}") String name,
      @Value("${metacluster.search.opensearch-ca:}") String authority,
      DataSource database)
      throws IOException {
    if (address.isBlank()) {
      return new GridIndex(data.resolve("index"), true);
    }
    SSLContext trust = authority.isBlank() ? null : TrustedServer.of(Path.of(authority.strip()));
    return new OpenSearchIndex(
        new OpenSearchServer(address, trust), name, new Lead(database, name));
  }
}
