package eu.metacluster.opendata.sparql;

import eu.metacluster.opendata.rdf.RdfAnswer;
import eu.metacluster.opendata.rdf.RdfForm;
import eu.metacluster.shared.Refusal;
import jakarta.annotation.PreDestroy;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.ResultSetRewindable;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.sparql.exec.http.Service;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * SparqlAnswers questions within limits: so long, so many rows, so many at once. A question whose
 * answer takes too long is cut; its place is free again only when it has really ended.
 */
@Component
class SparqlAnswers {

  private static final int AT_ONCE = 4;
  private static final long WAIT_SECONDS = 2;

  private final TripleStore store;
  private final int seconds;
  private final int rows;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("sparql-", 0).daemon().factory());

  SparqlAnswers(
      TripleStore store,
      @Value("${metacluster.sparql.seconds:10}") int seconds,
      @Value("${metacluster.sparql.rows:10000}") int rows) {
    this.store = store;
    this.seconds = seconds;
    this.rows = rows;
  }

  int seconds() {
    return seconds;
  }

  int rows() {
    return rows;
  }

  /** A table for people: the names of the columns and the values of each row, "" where unbound. */
  record Rows(List<String> columns, List<List<String>> values) {}

  /** The answer as it is sent. */
  record Sent(String type, byte[] bytes) {}

  Sent sent(Query query, AnswerForm form, RdfForm graphForm) {
    return answer(
        query,
        execution -> {
          if (query.isAskType()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultSetMgr.write(out, execution.execAsk(), form.lang());
            return new Sent(form.type(), out.toByteArray());
          }
          if (query.isSelectType()) {
            ResultSet all = whole(execution.execSelect());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultSetMgr.write(out, all, form.lang());
            return new Sent(form.type(), out.toByteArray());
          }
          return new Sent(graphForm.type(), RdfAnswer.bytes(graph(query, execution), graphForm));
        });
  }

  Rows rows(Query query) {
    return answer(
        query,
        execution -> {
          if (query.isAskType()) {
            return new Rows(List.of("?"), List.of(List.of(Boolean.toString(execution.execAsk()))));
          }
          if (query.isSelectType()) {
            return table(whole(execution.execSelect()));
          }
          return statements(graph(query, execution));
        });
  }

  private static Rows statements(Model model) {
    List<List<String>> values = new ArrayList<>();
    model
        .listStatements()
        .forEach(
            each ->
                values.add(
                    List.of(
                        each.getSubject().toString(),
                        each.getPredicate().toString(),
                        each.getObject().toString())));
    return new Rows(List.of("subject", "predicate", "object"), values);
  }

  private static Rows table(ResultSet all) {
    List<String> columns = all.getResultVars();
    List<List<String>> values = new ArrayList<>();
    while (all.hasNext()) {
      QuerySolution row = all.next();
      values.add(columns.stream().map(column -> text(row.get(column))).toList());
    }
    return new Rows(columns, values);
  }

  private static String text(@Nullable RDFNode node) {
    if (node == null) {
      return "";
    }
    return node.isLiteral() ? node.asLiteral().getLexicalForm() : node.toString();
  }

  /** All rows in memory, so that nothing is sent before it is known that none is missing. */
  private ResultSet whole(ResultSet found) {
    ResultSetRewindable all = ResultSetFactory.copyResults(found);
    if (all.size() > rows) {
      throw tooMany();
    }
    return all;
  }

  private Model graph(Query query, QueryExecution execution) {
    Model model = eu.metacluster.opendata.rdf.RecordGraph.model();
    Iterator<Triple> triples =
        query.isConstructType()
            ? execution.execConstructTriples()
            : execution.execDescribeTriples();
    while (triples.hasNext()) {
      if (model.size() > rows) {
        throw tooMany();
      }
      model.getGraph().add(triples.next());
    }
    return model;
  }

  private Refusal tooMany() {
    return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1864", "opendata.refused.sparql.size", rows);
  }

  private Refusal tooLong() {
    return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1863", "opendata.refused.sparql.time", seconds);
  }

  private interface Work<T> {
    T with(QueryExecution execution);
  }

  private <T> T answer(Query query, Work<T> work) {
    if (query.isSelectType() && (!query.hasLimit() || query.getLimit() > rows)) {
      query.setLimit(rows + 1L);
    }
    place();
    AtomicReference<@Nullable QueryExecution> running = new AtomicReference<>();
    Callable<T> answering =
        () -> {
          try {
            return store.read(dataset -> run(query, work, dataset, running));
          } finally {
            places.release();
          }
        };
    Future<T> future = threads.submit(answering);
    try {
      return future.get(seconds + 1L, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      QueryExecution execution = running.get();
      if (execution != null) {
        execution.abort();
      }
      future.cancel(true);
      throw tooLong();
    } catch (ExecutionException e) {
      throw refused(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw tooLong();
    }
  }

  private <T> T run(
      Query query,
      Work<T> work,
      org.apache.jena.query.Dataset dataset,
      AtomicReference<@Nullable QueryExecution> running) {
    try (QueryExecution execution =
        QueryExecution.dataset(dataset)
            .query(query)
            .set(Service.httpServiceAllowed, false)
            .timeout(seconds, TimeUnit.SECONDS)
            .build()) {
      running.set(execution);
      return work.with(execution);
    }
  }

  private RuntimeException refused(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof QueryCancelledException || cause instanceof OutOfMemoryError) {
      return tooLong();
    }
    if (cause instanceof Refusal refusal) {
      return refusal;
    }
    if (cause instanceof StackOverflowError) {
      return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1861", "opendata.refused.sparql.syntax", "…");
    }
    return new IllegalStateException("a question in SPARQL could not be answered", cause);
  }

  private void place() {
    try {
      if (places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Refusal(Refusal.Kind.TOO_MANY, "MC-1865", "opendata.refused.sparql.busy");
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}
