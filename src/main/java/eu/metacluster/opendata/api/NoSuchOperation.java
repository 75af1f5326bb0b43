package eu.metacluster.opendata.api;

import eu.metacluster.platform.PublicEndpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses of the interface that mean nothing. */
@RestController
@PublicEndpoint("says that there is nothing at this address")
class NoSuchOperation {

  @GetMapping({"/api", "/api/{*rest}"})
  void nothing() {
    throw RecordsApi.nothing();
  }
}
