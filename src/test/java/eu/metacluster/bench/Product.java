package eu.metacluster.bench;

import eu.metacluster.Metacluster;
import eu.metacluster.harvest.runs.SourceBench;
import eu.metacluster.journal.Followers;
import eu.metacluster.platform.Command;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The product running in this JVM, as {@code ./metacluster run} starts it. */
final class Product implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Product(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static Product start(Path data, String... settings) {
    return with(data, context -> {}, settings);
  }

  /** The product with something added to its context before it starts. */
  static Product with(
      Path data,
      ApplicationContextInitializer<ConfigurableApplicationContext> more,
      String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--metacluster.starter-set=false",
                "--metacluster.letterbox.port=0",
                "--logging.level.root=error",
                "--metacluster.data=" + data));
    all.addAll(Arrays.asList(settings));
    SpringApplication application = new SpringApplication(Metacluster.class);
    application.addInitializers(more);
    Product product = new Product(application.run(all.toArray(String[]::new)));
    product.catchUp();
    return product;
  }

  /** Its sources, to be read as its worker does. */
  SourceBench sources() {
    return new SourceBench(context);
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Imports by the product's own command and waits for every follower; gives the seconds. */
  double imports(Path payload) {
    Command command =
        context.getBeansOfType(Command.class).values().stream()
            .filter(c -> c.name().equals("import"))
            .findFirst()
            .orElseThrow();
    long begin = System.nanoTime();
    if (command.run(List.of(payload.toString())) != 0) {
      throw new IllegalStateException("the import failed");
    }
    catchUp();
    return (System.nanoTime() - begin) / 1e9;
  }

  void catchUp() {
    if (!bean(Followers.class).awaitCaughtUp(Duration.ofMinutes(15))) {
      throw new IllegalStateException("the followers did not catch up");
    }
  }

  /** Claims and participations in the grid. */
  long claims() throws SQLException {
    return Long.parseLong(
        texts(
                "select (select count(*) from grid.claim) + (select count(*) from grid.participation)")
            .getFirst());
  }

  /** Ids of all projects that are not public yet. */
  List<UUID> candidates() throws SQLException {
    return texts("select id from grid.record where kind = 'project' and state = 'candidate'")
        .stream()
        .map(UUID::fromString)
        .toList();
  }

  private List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = bean(DataSource.class).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  @Override
  public void close() {
    context.close();
  }
}
