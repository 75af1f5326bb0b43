package eu.metacluster.opendata.sparql;

import java.util.List;

/**
 * A question to begin with.
 *
 * @param key names what it asks
 */
public record Example(String key, String query) {

  private static final String PREFIXES =
      """
      PREFIX schema: <https://schema.org/>
      PREFIX eurio: <http://data.europa.eu/s66#>
      PREFIX field: <urn:metacluster:field:>
      """;

  static final List<Example> ALL =
      List.of(
          new Example(
              "count",
              PREFIXES
                  + """
                  SELECT ?kind (COUNT(?record) AS ?records)
                  WHERE { ?record a ?kind . FILTER(STRSTARTS(STR(?kind), STR(schema:))) }
                  GROUP BY ?kind ORDER BY DESC(?records)"""),
          new Example(
              "partners",
              PREFIXES
                  + """
                  SELECT ?name (COUNT(?project) AS ?projects)
                  WHERE { ?project a schema:ResearchProject ; schema:member ?organisation .
                    ?organisation schema:name ?name }
                  GROUP BY ?name ORDER BY DESC(?projects) LIMIT 20"""),
          new Example(
              "cancer",
              PREFIXES
                  + """
                  SELECT ?name ?cancer ?start
                  WHERE { ?project a schema:ResearchProject ; schema:name ?name ;
                    field:cancer ?cancer .
                    OPTIONAL { ?project eurio:startDate ?start } }
                  ORDER BY DESC(?start) LIMIT 20"""));
}
