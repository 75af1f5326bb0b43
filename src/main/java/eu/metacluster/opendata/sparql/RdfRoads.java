package eu.metacluster.opendata.sparql;

import eu.metacluster.opendata.Road;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The roads for harvesters, portals and RDF, on the page that lists all. */
@Configuration(proxyBeanMethods = false)
class RdfRoads {

  @Bean
  Road catalogueRoad() {
    return new Road("catalogue", "/catalog", 70);
  }

  @Bean
  Road harvestingRoad() {
    return new Road("oai", "/oai?verb=Identify", 80);
  }

  @Bean
  Road sparqlRoad() {
    return new Road("sparql", "/sparql", 90);
  }
}
