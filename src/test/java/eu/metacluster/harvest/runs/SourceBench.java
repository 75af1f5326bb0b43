package eu.metacluster.harvest.runs;

import eu.metacluster.harvest.Connector;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.fetch.FetchLimits;
import eu.metacluster.harvest.fetch.Ledger;
import eu.metacluster.harvest.fetch.Manner;
import eu.metacluster.harvest.fetch.RemoteSession;
import eu.metacluster.harvest.fetch.Web;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the benchmark have sources read as the product's worker does. */
public final class SourceBench {

  private final ApplicationContext product;

  public SourceBench(ApplicationContext product) {
    this.product = product;
  }

  /** Adds a source; its host waits so long between two requests. */
  public long add(String connector, String location, Duration gap) {
    long id =
        product
            .getBean(SourceRegister.class)
            .add("Bench " + connector + " " + location, connector, location, null)
            .id();
    product
        .getBean(JdbcClient.class)
        .sql("update harvest.source set gap_millis = :gap where id = :id")
        .param("gap", gap.toMillis())
        .param("id", id)
        .update();
    return id;
  }

  /** Seconds of one run; it must end well and find so many things. */
  public double run(long source, int things) {
    Runs runs = product.getBean(Runs.class);
    SourceRow row = product.getBean(SourceRegister.class).get(source);
    long id = runs.queue(source, String.valueOf(row.location()), false, null);
    long begin = System.nanoTime();
    product.getBean(RunWorker.class).work(id);
    double seconds = (System.nanoTime() - begin) / 1e9;
    RunRow run = runs.get(id);
    if (run.state() != RunState.FINISHED || run.progress().found() != things) {
      throw new IllegalStateException("the run ended as " + run);
    }
    return seconds;
  }

  /** Seconds to read a source into findings that nobody takes. */
  public double read(String connector, String location, Path folder) throws IOException {
    Connector of = product.getBean(SourceRegister.class).connector(connector);
    Manner manner = new Manner(true, Duration.ZERO, Duration.ZERO);
    RemoteSession.Place place =
        new RemoteSession.Place(
            URI.create(location), Map.of(), manner, FetchLimits.PAGE, Instant.now());
    Nowhere nowhere = new Nowhere(folder);
    long begin = System.nanoTime();
    ((WebConnector) of)
        .read(
            new RemoteSession(
                product.getBean(Web.class), (WebConnector) of, place, nowhere, Ledger.NONE),
            nowhere);
    return (System.nanoTime() - begin) / 1e9;
  }
}
