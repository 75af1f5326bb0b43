package eu.metacluster.screening.scoping;

import eu.metacluster.screening.scope.DescribedScope;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fits of scopes to the texts that wait, one for each version: the last that was made. */
@Component
public class Fits {

  private final JdbcClient jdbc;

  Fits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a fit was made of.
   *
   * @param generation from 1, one more each time it is made anew
   * @param texts how many cases there were
   * @param vectors how many of them had been looked at for vectors
   */
  public record Fit(int generation, int texts, int vectors) {}

  /** The fit of this version, if one was made. */
  public Optional<Fit> find(int version) {
    return jdbc.sql(
            "select generation, texts, vectors from screening.scope_fit where version = :version")
        .param("version", version)
        .query(
            (row, n) ->
                new Fit(row.getInt("generation"), row.getInt("texts"), row.getInt("vectors")))
        .optional();
  }

  Optional<byte[]> bytes(int version, int generation) {
    return jdbc.sql(
            """
            select fit from screening.scope_fit
            where version = :version and generation = :generation""")
        .param("version", version)
        .param("generation", generation)
        .query(byte[].class)
        .optional();
  }

  /** Keeps a new fit; what it ranks is read again. */
  public void keep(int version, DescribedScope fit, int texts, int vectors) {
    jdbc.sql(
            """
            insert into screening.scope_fit (version, generation, texts, vectors, fit)
            values (:version, 1, :texts, :vectors, :fit)
            on conflict (version) do update set generation = scope_fit.generation + 1,
              texts = excluded.texts, vectors = excluded.vectors, fit = excluded.fit,
              made_at = now()""")
        .param("version", version)
        .param("texts", texts)
        .param("vectors", vectors)
        .param("fit", fit.bytes())
        .update();
  }
}
