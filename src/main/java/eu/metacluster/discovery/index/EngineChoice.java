package eu.metacluster.discovery.index;

import eu.metacluster.journal.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
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
      DataSource database,
      Journal journal)
      throws IOException {
    if (address.isBlank()) {
      return new GridIndex(data.resolve("index"), true);
    }
    SSLContext trust = authority.isBlank() ? null : TrustedServer.of(Path.of(authority.strip()));
    return new OpenSearchIndex(
        new OpenSearchServer(address, trust), name, new Lead(database, name), () -> self(journal));
  }

  /** The first thing that ever happened here, which a copy of the database keeps. */
  private static String self(Journal journal) {
    return journal.read(0, 1).stream()
        .map(first -> first.at() + " " + first.kind() + " " + first.subject() + " " + first.data())
        .map(first -> UUID.nameUUIDFromBytes(first.getBytes(StandardCharsets.UTF_8)).toString())
        .findFirst()
        .orElse("");
  }
}
